import type { MessageDocument } from '../message/document';
import type { Person } from '../message/message';
import type { AskedHandoff } from './askedHandoff';
import type { Decision, Forward } from './decision';
import type { ReceiverLink } from './request';
import { requestDocument } from './requestDocuments';

/** Puts the question before the person to whom it was handed on, with the reason. */
export function forwardDocument(
	handoff: AskedHandoff,
	{ by, reason }: Forward,
	link: ReceiverLink,
): MessageDocument {
	const asked = requestDocument({ handoff, request: handoff.request, link });
	return {
		...asked,
		blocks: [
			{ kind: 'paragraph', text: `${by.name} handed this on to you:` },
			{ kind: 'quote', text: reason },
			...asked.blocks,
		],
	};
}

/** Tells one receiver the code that the page asks for. It comes apart from the link on purpose. */
export const codeDocument = (
	{ record }: AskedHandoff,
	to: Person,
	code: string,
): MessageDocument => ({
	kind: 'code',
	to: [to],
	subject: `Your code for: ${record.title}`,
	blocks: [
		{
			kind: 'paragraph',
			text: `The decision page of “${record.title}” asks you for this code. It is yours alone: do not pass it on.`,
		},
		{ kind: 'facts', facts: [{ label: 'Code', value: code }] },
	],
});

/** Tells the sender, or else the one who accepted, how far the acceptances have come. */
export function voteDocument(
	{ record, sender, request }: AskedHandoff,
	vote: Decision,
): MessageDocument {
	const { votes, acceptancesNeeded } = request;
	const email = sender.email ?? '';
	return {
		kind: 'receipt',
		to: [email === '' ? vote.by : { name: sender.name ?? sender.team, email }].map(onlyPerson),
		subject: `Accepted by ${vote.by.name}: ${record.title}`,
		blocks: [
			{
				kind: 'paragraph',
				text: `${vote.by.name} has accepted “${record.title}”. ${votes.length} of ${acceptancesNeeded} people who must accept have done so; it counts when all of them have.`,
			},
			...(vote.comment === undefined ? [] : [{ kind: 'quote' as const, text: vote.comment }]),
		],
	};
}

const onlyPerson = ({ name, email }: Person): Person => ({ name, email });
