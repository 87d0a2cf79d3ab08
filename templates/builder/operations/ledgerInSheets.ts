import { placeholder } from '../combinations/adapters';
import { isNumberColumn, LEDGER_COLUMNS } from '../../../nodes/domain/handoff/ledgerColumns';
import { choicesOf, describeChoice } from '../setUp/choices';
import { everyMinutes, manualTrigger } from '../nodes/coreNodes';
import {
	buildWorkflow,
	chain,
	type Position,
	type Sticky,
	type TemplateNode,
} from '../nodes/workflow';
import { report } from './insightsNodes';

const NAMES = {
	schedule: 'Every hour',
	manual: 'Run once now',
	ledger: 'What happened lately',
	sheet: 'Put it into the sheet',
	report: 'Run to see the report',
	read: 'Read the sheet',
	insights: 'Why handoffs fail',
} as const;
const EVERY_HOUR = 60;
const LATELY = '={{ $now.minus({ days: 2 }).toISO() }}';

const at = (column: number, row: number): Position => ({ column, row });

/** Copies the ledger into a sheet whose first row holds the names of the columns. */
export function composeSheetLedger(): Record<string, unknown> {
	const nodes: TemplateNode[] = [
		everyMinutes({ name: NAMES.schedule, at: at(0, 0) }, EVERY_HOUR),
		manualTrigger({ name: NAMES.manual, at: at(0, 1) }),
		latestRows(at(1, 0.5)),
		sheets(NAMES.sheet, at(2, 0.5), {
			operation: 'appendOrUpdate',
			columns: ROW,
			options: { cellFormat: 'RAW' },
		}),
		manualTrigger({ name: NAMES.report, at: at(0, 2.2) }),
		{
			...sheets(NAMES.read, at(1, 2.2), { operation: 'read', filtersUI: {}, options: {} }),
			alwaysOutputData: true,
		},
		report({ name: NAMES.insights, at: at(2, 2.2) }, { keepLedger: 'nowhere' }),
	];
	return buildWorkflow({
		name: 'Handoff ledger in Google Sheets, as a copy to read',
		nodes,
		wires: [
			{ from: NAMES.manual, to: NAMES.ledger },
			...chain(NAMES.schedule, NAMES.ledger, NAMES.sheet),
			...chain(NAMES.report, NAMES.read, NAMES.insights),
		],
		stickies: [overview(nodes)],
	});
}

/** Two days, so that an hour in which Google did not answer is made up for. */
const latestRows = (where: Position): TemplateNode => ({
	name: NAMES.ledger,
	at: where,
	type: 'n8n-nodes-handoff.handoffLedger',
	typeVersion: 1,
	parameters: { operation: 'readRows', rowsOf: 'all', since: LATELY, keepLedger: 'here' },
});

const ROW = {
	mappingMode: 'defineBelow',
	value: Object.fromEntries(LEDGER_COLUMNS.map((name) => [name, `={{ $json.${name} }}`])),
	matchingColumns: ['eventId'],
	schema: LEDGER_COLUMNS.map((name) => ({
		id: name,
		displayName: name,
		type: isNumberColumn(name) ? 'number' : 'string',
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: true,
		display: true,
	})),
};

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

function overview(nodes: readonly TemplateNode[]): Sticky {
	const columns = LEDGER_COLUMNS.map((name) => `\`${name}\``).join(', ');
	const setUp = [
		`Make a sheet whose first row holds ${columns}.`,
		`Choose a Google Sheets credential in **${NAMES.sheet}** and **${NAMES.read}**.`,
		...choicesOf(nodes).map(describeChoice),
		`For a ledger that is older than two days empty **Since** in **${NAMES.ledger}**, run **${NAMES.manual}**, and undo that. Then **Publish**.`,
	];
	return {
		name: 'Overview',
		at: at(-4.4, -0.4),
		columns: 3.9,
		rows: 3,
		color: 1,
		text: [
			'# The ledger in Google Sheets',
			'### How it works',
			'Every hour the rows of the last two days go from the ledger in this n8n into a sheet that everybody can read, by `eventId`: a row that is there is written again and never doubled. **Run to see the report** reads the sheet back.',
			'The ledger itself stays in n8n. A sheet cannot say which of two executions claimed a step first, and Google answers 60 calls a minute, so it must not decide who asks the receiving team. Where another place must, take Postgres.',
			'### Setup',
			...setUp.map((step, index) => `${index + 1}. ${step}`),
			'\nNeeds the community package `n8n-nodes-handoff`.',
		].join('\n'),
	};
}
