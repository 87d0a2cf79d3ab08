import type { AskedHandoff } from '../handoff/askedHandoff';
import type { LedgerRow } from '../handoff/row';
import { sealHandoff } from '../ledger/sealHandoff';

/** A handoff after several steps, with the row of each. */
export interface RecordedSteps {
	handoff: AskedHandoff;
	rows: LedgerRow[];
}

/** Takes one step after the other. */
export interface Taking {
	/** As it is after the last step. */
	readonly handoff: AskedHandoff;
	take(step: AskedHandoff): void;
	read(): RecordedSteps;
}

/** Starts to record steps, each row sealed after the one before where rows are sealed. */
export function startTaking(open: AskedHandoff, key: string | undefined): Taking {
	let handoff = open;
	const rows: LedgerRow[] = [];
	return {
		get handoff() {
			return handoff;
		},
		take: (step) => {
			handoff = sealHandoff(step, key);
			if (handoff.event !== undefined) rows.push(handoff.event);
		},
		read: () => ({ handoff, rows }),
	};
}
