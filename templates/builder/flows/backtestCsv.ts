import { gateAlone } from '../nodes/gateAlone';
import { hubspot } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import { buildWorkflow, chain, type TemplateNode } from '../nodes/workflow';
import { overviewOf, resultPage, rowsOfFile, uploadForm } from './operationsNodes';

const [FORM, ROWS, GATE, SHOW] = [
	'Upload last quarter',
	'One item for each deal',
	'Backtest',
	'Show the report',
];
const at = (column: number) => ({ column, row: 3 });

/** Holds a policy against an export of old deals, before anybody is blocked by it. */
export const backtestCsv = (): Record<string, unknown> =>
	buildWorkflow({
		name: 'Backtest a handoff policy on last quarter’s deals from a CSV file',
		nodes: [
			uploadForm(
				{ name: FORM, at: at(-2 / 3) },
				{
					title: 'How many of these deals would have passed?',
					description:
						'A CSV file or spreadsheet of deals. The first line names the fields as the policy does, such as properties.amount.',
				},
			),
			rowsOfFile({ name: ROWS, at: at(0.6) }),
			backtest(),
			resultPage({ name: SHOW, at: at(3.2) }, '$json.html'),
		],
		wires: chain(FORM, ROWS, GATE, SHOW),
		stickies: [
			overviewOf(
				[
					'# Backtest a policy on old deals',
					'### How it works',
					'Upload an export of last quarter’s deals as CSV. Each line is held against the policy in **Backtest**, as of the day on which the deal was won, and the page says how many would have passed, what was missing most often, and which requirement alone held how many up. Nothing is sent, written or blocked: this is for the meeting in which both teams agree on the policy. In a CSV file a column may be called like the whole path, such as `properties.amount`, so an export needs no reshaping but the names in its first line.',
					'### Setup',
					'1. **Basic Auth** for the form.',
					'2. Paste your policy into **Backtest**. Its field **As Of** names the column with the day on which the deal was won.',
					'3. **Publish**, and open the address of the form.',
					'\nNeeds the community package `n8n-nodes-handoff` (self-hosted).',
				],
				5.2,
			),
		],
	});

const backtest = (): TemplateNode =>
	gateAlone(
		{ name: GATE, at: at(1.9), notes: 'Paste your policy' },
		{
			operation: 'backtestPolicy',
			policy: salesToDelivery(hubspot),
			asOf: 'properties.closedate',
		},
	);
