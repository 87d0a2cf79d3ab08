import { placeholder } from '../combinations/adapters';
import { earlierRows } from '../ledger/ledger';
import type { Position, TemplateNode } from '../nodes/workflow';

interface Placed {
	name: string;
	at: Position;
}

/** Every row of the ledger; one empty item when there is none, which counts as no rows. */
export const allRows = (node: Placed): TemplateNode => earlierRows(node, {});

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

/** The report of the last 13 weeks. */
export const report = (node: Placed): TemplateNode =>
	insights(node, {
		operation: 'report',
		period: 13,
		timezone: placeholder('IANA time zone of your teams'),
		options: { attachCsv: false },
	});
