import { sameAddress } from '../base/emailAddress';
import type { Person } from '../base/message';
import type { Handoff } from '../handoff/envelope';
import type { MessageDocument } from '../message/document';
import { recordButton } from '../message/recordButton';
import { recordTitle } from '../wording/recordTitle';
import { fillTeams } from '../wording/teams';
import { commonWording, policyWording } from '../wording/readerWording';
import { sendersToTell } from '../wording/whomToTell';
import type { Wording } from '../language/wording';

/** Why a handoff is withdrawn, as its ledger row says it. */
export type WhyWithdrawn = 'recordGone' | 'notToHandOver';

/**
 * Tells those who were asked, and the sender, that a handoff is withdrawn and why. In the language
 * that all who were asked read, otherwise in that of the policy.
 *
 * @param asked addresses of those before whom the question was put
 */
export function withdrawnDocument(
	handoff: Handoff,
	{ why, asked }: { why: WhyWithdrawn; asked: readonly string[] },
): MessageDocument {
	const wording = commonWording(
		asked.map((email) => knownAs(handoff, email)),
		policyWording(handoff),
	);
	const say = (text: string) =>
		fillTeams(
			text,
			{ sender: handoff.sender.team, receiver: handoff.receiver.team },
			{ wording, values: { title: recordTitle(handoff.record, wording) } },
		);
	const gone = why === 'recordGone';
	return {
		kind: 'withdrawn',
		to: peopleToTell(handoff, asked, wording),
		wording,
		subject: say(wording.withdrawnSubject),
		blocks: [
			{ kind: 'paragraph', text: say(wording.withdrawnText) },
			{ kind: 'paragraph', text: gone ? wording.withdrawnGone : wording.withdrawnNotToHandOver },
			...(gone ? [] : recordButton(handoff.record, wording.recordButton)),
		],
	};
}

const knownAs = ({ receiver }: Handoff, email: string) =>
	receiver.people.find((person) => sameAddress(person.email, email));

function peopleToTell(handoff: Handoff, asked: readonly string[], wording: Wording): Person[] {
	const senders = sendersToTell(handoff, wording);
	const receivers = asked.map((to) => ({ name: knownAs(handoff, to)?.name ?? to, email: to }));
	return [
		...senders,
		...receivers.filter(({ email }) => !senders.some((one) => sameAddress(one.email, email))),
	];
}
