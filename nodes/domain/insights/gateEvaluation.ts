import type { LedgerEventOf } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';

/** What the gate concluded on one attempt. */
export interface GateEvaluation {
	attempt: number;
	ready: boolean;
	/** Whether the record went on: ready, or a gate that only warns or watches. */
	passes: boolean;
	/** Fields and requirement ids of what was not met; `open` without what was waived. */
	fields: readonly string[];
	open: readonly string[];
	event: LedgerEventOf<'handoff.evaluated'>;
}

export function readEvaluation(event: LedgerEventOf<'handoff.evaluated'>): GateEvaluation {
	const { ready = false, mode, open = [] } = openData(event);
	const { attempt, fields } = event;
	return {
		attempt,
		ready,
		passes: ready || mode === 'warn' || mode === 'shadow',
		fields,
		open,
		event,
	};
}
