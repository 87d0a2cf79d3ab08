import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { describeTimeline, timeline } from '../domain/insights/timeline';
import { readRows } from '../domain/ledger/readRows';
import { renderMessage } from '../domain/message/renderMessage';
import { HandoffProblem } from '../domain/base/problem';
import { readHandoffId, readOptions, readTimezone } from './parameters';
import type { Question } from './question';

/** One item: the story of one handoff, and the same as a message. */
export async function tellTimeline(
	context: IExecuteFunctions,
	{ rows, now }: Question,
): Promise<INodeExecutionData[][]> {
	const handoffId = readHandoffId(context);
	const timezone = readTimezone(context);
	const { namePeople: people } = readOptions(context);
	const story = timeline(readRows(rows).rows, { handoffId, now }, { timezone, people });
	if (story === undefined) {
		throw new HandoffProblem(
			`No row of the ledger is of the handoff “${handoffId}”`,
			'Look at “Handoff ID”, and whether the node before gives the rows of that handoff.',
		);
	}
	const message = renderMessage(describeTimeline(story));
	return [[{ json: { ...story, message }, pairedItem: { item: 0 } }]];
}
