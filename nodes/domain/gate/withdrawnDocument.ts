import type { Person } from '../base/message';
import type { Handoff } from '../handoff/envelope';
import type { MessageDocument } from '../message/document';
import { recordButton } from '../message/recordButton';
import { fillTeams } from '../wording/teams';
import { WORDINGS } from '../wording/languages/wordings';
import type { Wording } from '../wording/wording';

/** Why a handoff is withdrawn, as its ledger row says it. */
export type WhyWithdrawn = 'recordGone' | 'notToHandOver';

/**
 * Tells those who were asked, and the sender, that a handoff is withdrawn and why. In the language
 * that all who were asked read, otherwise in English.
 *
 * @param asked addresses of those before whom the question was put
 */
export function withdrawnDocument(
	handoff: Handoff,
	{ why, asked }: { why: WhyWithdrawn; asked: readonly string[] },
): MessageDocument {
	const wording = wordingFor(handoff, asked);
	const say = (text: string) =>
		fillTeams(
			text,
			{ sender: handoff.sender.team, receiver: handoff.receiver.team },
			{ wording, values: { title: handoff.record.title } },
		);
	const gone = why === 'recordGone';
	return {
		kind: 'withdrawn',
		to: peopleToTell(handoff, asked),
		subject: say(wording.withdrawnSubject),
		blocks: [
			{ kind: 'paragraph', text: say(wording.withdrawnText) },
			{ kind: 'paragraph', text: gone ? wording.withdrawnGone : wording.withdrawnNotToHandOver },
			...(gone ? [] : recordButton(handoff.record, wording.recordButton)),
		],
	};
}

const sameAddress = (one: string, other: string): boolean =>
	one.trim().toLowerCase() === other.trim().toLowerCase();

const knownAs = ({ receiver }: Handoff, email: string) =>
	receiver.people.find((person) => sameAddress(person.email, email));

function peopleToTell(handoff: Handoff, asked: readonly string[]): Person[] {
	const { name, email = '', team } = handoff.sender;
	const senders = email === '' ? [] : [{ name: name ?? team, email }];
	const receivers = asked.map((to) => ({ name: knownAs(handoff, to)?.name ?? to, email: to }));
	return [...senders, ...receivers.filter((person) => !sameAddress(person.email, email))];
}

function wordingFor(handoff: Handoff, asked: readonly string[]): Wording {
	const [language, ...others] = new Set(asked.map((email) => knownAs(handoff, email)?.language));
	return language === undefined || others.length > 0 ? WORDINGS.en : WORDINGS[language];
}
