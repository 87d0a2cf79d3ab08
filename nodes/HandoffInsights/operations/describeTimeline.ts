import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { HandoffProblem } from '../../domain/base/problem';
import { buildTimeline, describeTimeline } from '../../domain/insights/timeline';
import { readRows } from '../../domain/ledger/readRows';
import { renderMessage } from '../../domain/message/renderMessage';
import type { ListedOperation } from '../../shared/operations';
import { answerFromRows, type RowsAsked } from '../answerFromRows';
import { readHandoffId, readOptions, readTimezone } from '../parameters';

const OUTPUTS = ['Timeline'] as const;

export const describeTimelineOperation = {
	value: 'describeTimeline',
	name: 'Timeline',
	action: 'Describe the timeline of a handoff',
	description: 'One handoff as a readable story',
	subtitle: 'timeline',
	outputs: OUTPUTS,
	run: answerFromRows(OUTPUTS, {
		read: async (context, store) => await store.rows([readHandoffId(context)]),
		answer: describeHandoff,
	}),
} as const satisfies ListedOperation;

/** One item: the story of one handoff, and the same as a message. */
async function describeHandoff(
	context: IExecuteFunctions,
	{ rows, now }: RowsAsked,
): Promise<INodeExecutionData[][]> {
	const handoffId = readHandoffId(context);
	const timezone = readTimezone(context);
	const { namePeople: people } = readOptions(context);
	const story = buildTimeline(readRows(rows).rows, { handoffId, now }, { timezone, people });
	if (story === undefined) {
		throw new HandoffProblem(
			`No row of the ledger is of the handoff “${handoffId}”`,
			'Look at “Handoff ID”, and at where the ledger is kept: rows that come in must be of that handoff.',
		);
	}
	const message = renderMessage(describeTimeline(story));
	return [[{ json: { ...story, message }, pairedItem: { item: 0 } }]];
}
