import { placeholder } from '../combinations/adapters';
import type { Position, TemplateNode } from '../nodes/workflow';

interface Placed {
	name: string;
	at: Position;
}

export const insights = (
	{ name, at }: Placed,
	parameters: Record<string, unknown>,
): TemplateNode => ({
	name,
	at,
	type: 'n8n-nodes-handoff.handoffInsights',
	typeVersion: 1,
	parameters,
});

/** The report of the last 13 weeks, from the ledger or, when that is kept nowhere, from rows that come in. */
export const report = (
	node: Placed,
	{ keepLedger }: { keepLedger: 'here' | 'nowhere' },
): TemplateNode =>
	insights(node, {
		operation: 'report',
		keepLedger,
		period: 13,
		timezone: placeholder('IANA time zone of your teams'),
		options: { attachCsv: false },
	});
