import { slack } from '../channel/slack';
import { CLAIMS } from '../ledger/claims';
import { LEDGER, byName, table } from '../ledger/ledger';
import { firstOf, NAMES } from '../nodes/names';
import { jsonItem } from '../nodes/coreNodes';
import { buildWorkflow, chain, type TemplateNode } from '../nodes/workflow';
import { overviewOf } from './operationsNodes';

const [TRIGGER, CLAIM, ROWS, SAY] = [
	'An execution failed',
	'Which record was it?',
	'What is known of it',
	'Say who has it',
];
const at = (column: number) => ({ column, row: 3 });

const rowsWhere = (name: string, column: number, about: [string, string, string]): TemplateNode => {
	const [tableName, keyName, keyValue] = about;
	return {
		...table(
			{ name, at: at(column) },
			{
				resource: 'row',
				operation: 'get',
				dataTableId: byName(tableName),
				matchType: 'allConditions',
				filters: { conditions: [{ keyName, condition: 'eq', keyValue }] },
				returnAll: true,
			},
		),
		alwaysOutputData: true,
		executeOnce: true,
		// The tables may not be there yet; the failure is told all the same.
		onError: 'continueRegularOutput',
	};
};

const failed = firstOf(TRIGGER);
/** A claim ends in the id and the version of the record, after policy and system. */
const RECORD = `((claim) => claim.split(':')[2] ?? '')(${firstOf(CLAIM)}.claim ?? '')`;
const LAST = `$('${ROWS}').all().map((row) => row.json).filter((row) => row.type?.startsWith('handoff.')).sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1)`;
/** Asked and not answered: the receiving team. Anything else goes on with the sending team. */
const OWNER = `((last) => last === undefined ? 'nobody yet: it failed before the gate' : ['handoff.requested', 'handoff.reminded', 'handoff.forwarded', 'handoff.voted', 'handoff.accepted'].includes(last.type) ? last.receivingTeam : last.sendingTeam)(${LAST})`;

/** The error workflow of a client: a failed execution is told with whose handoff it holds up. */
export const failedExecution = (): Record<string, unknown> =>
	buildWorkflow({
		name: 'Tell who has the handoff when an execution fails (Slack)',
		nodes: [
			{
				name: TRIGGER,
				at: at(-2 / 3),
				type: 'n8n-nodes-base.errorTrigger',
				typeVersion: 1,
				parameters: {},
			},
			jsonItem({ name: NAMES.settings, at: at(0.5) }, JSON.stringify(slack.settings, null, 2)),
			rowsWhere(CLAIM, 1.7, [CLAIMS, 'execution', `={{ ${failed}.execution?.id ?? '' }}`]),
			rowsWhere(ROWS, 2.9, [LEDGER, 'recordId', `={{ ${RECORD} }}`]),
			{
				...jsonItem(
					{ name: SAY, at: at(4.1) },
					`={{ ((last, owner) => ((text) => ({ subject: 'Failed: ' + (${failed}.workflow?.name ?? 'a workflow'), text, markdown: text, html: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), slackBlocks: [{ type: 'section', text: { type: 'plain_text', text: text.slice(0, 2900) } }, ...(${failed}.execution?.url ? [{ type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Open the execution' }, url: ${failed}.execution.url }] }] : [])] }))('“' + (${failed}.workflow?.name ?? 'A workflow') + '” failed in “' + (${failed}.execution?.lastNodeExecuted ?? 'its trigger') + '”: ' + (${failed}.execution?.error?.message ?? ${failed}.trigger?.error?.message ?? 'no message') + '. Record: ' + (${RECORD} || 'unknown') + '. The handoff is with: ' + owner + (last === undefined ? '' : ' (' + last.type + ', attempt ' + last.attempt + ', ' + (last.recordUrl || 'no address') + ')') + '. Retry the execution: what was recorded is not done twice.'))(${LAST}, ${OWNER}) }}`,
				),
				executeOnce: true,
			},
			slack.tellTeam({ name: 'Tell operations', at: at(5.3) }, '$json'),
		],
		wires: chain(TRIGGER, NAMES.settings, CLAIM, ROWS, SAY, 'Tell operations'),
		stickies: [
			overviewOf(
				[
					'# Tell who has the handoff when an execution fails',
					'### How it works',
					'n8n starts this flow whenever an execution of a flow fails that names it as its error workflow. It looks up which record the execution had claimed, reads in the ledger how far that handoff has come, and tells operations in Slack: the workflow, the node, the message, the record, and which team has the handoff now. A failure before the gate, or of a flow without a handoff, is told as well. What an execution had put before the receiving team is known for 60 days, any other record for a day.',
					'### Setup',
					'1. **Slack**: the app of the handoff flow, and its channels in **Handoff settings**.',
					'2. Save this workflow. In each handoff flow: **Settings → Error workflow**, and choose it there.',
					'3. It needs no publishing: n8n calls it when something fails.',
					'\nReads the Data Tables of the templates of `n8n-nodes-handoff` (self-hosted).',
				],
				6.5,
			),
		],
	});
