import { placeholder } from '../combinations/adapters';
import { LEDGER_COLUMNS } from '../../../nodes/domain/handoff/ledgerColumns';
import { manualTrigger, whenCalled } from '../nodes/coreNodes';
import { buildWorkflow, chain, type Position, type TemplateNode } from '../nodes/workflow';
import { report } from './insightsNodes';
import { at, NAMES, overview, ROW } from './ledgerElsewhere';

/** Stores rows in a sheet whose first row holds the names of the columns. */
export function composeSheetLedger(): Record<string, unknown> {
	const nodes: TemplateNode[] = [
		whenCalled({ name: NAMES.called, at: at(0, 0) }),
		sheets(NAMES.store, at(1, 0), {
			operation: 'appendOrUpdate',
			columns: ROW,
			options: { cellFormat: 'RAW' },
		}),
		manualTrigger({ name: NAMES.report, at: at(0, 1) }),
		{
			...sheets(NAMES.read, at(1, 1), { operation: 'read', filtersUI: {}, options: {} }),
			alwaysOutputData: true,
		},
		report({ name: NAMES.insights, at: at(2, 1) }, { keepLedger: 'nowhere' }),
	];
	const columns = LEDGER_COLUMNS.map((name) => `\`${name}\``).join(', ');
	return buildWorkflow({
		name: 'Handoff ledger in Google Sheets',
		nodes,
		wires: [
			...chain(NAMES.called, NAMES.store),
			...chain(NAMES.report, NAMES.read, NAMES.insights),
		],
		stickies: [
			overview('Google Sheets', nodes, [
				`Make a sheet whose first row holds ${columns}.`,
				`Choose a Google Sheets credential in **${NAMES.store}** and **${NAMES.read}**.`,
			]),
		],
	});
}

const chosen = (what: string) => ({ __rl: true, mode: 'list', value: placeholder(what) });

const sheets = (
	name: string,
	where: Position,
	parameters: Record<string, unknown>,
): TemplateNode => ({
	name,
	at: where,
	type: 'n8n-nodes-base.googleSheets',
	typeVersion: 4.5,
	retry: true,
	parameters: {
		authentication: 'oAuth2',
		resource: 'sheet',
		documentId: chosen('Google Sheets document'),
		sheetName: chosen('Sheet of the ledger'),
		...parameters,
	},
});
