import type { Person } from '../base/message';
import type { Handoff } from '../handoff/envelope';
import { WORDINGS } from '../language/languages';
import type { Wording } from '../language/wording';

/** The two sides of a handoff, with whom of them we know. */
export type Sides = Pick<Handoff, 'sender' | 'receiver'>;

/**
 * Whom to tell on the sending side: the person who hands over. Where that person has no address, an
 * entry without one stands for them or their team: a channel that the team reads reaches them, and a
 * flow that goes from person to person leaves nobody out.
 */
export function sendersToTell(sides: Sides, wording: Wording = WORDINGS.en): Person[] {
	const { name = '', email = '' } = sides.sender;
	const known = name || sides.sender.team.trim() || email;
	return [{ name: known || wording.senderUnnamed, email }];
}

/** Whom to tell on the receiving side: its people, or the team where none is known. */
export function receiversToTell(sides: Sides, wording: Wording = WORDINGS.en): Person[] {
	const { people } = sides.receiver;
	return people.length > 0
		? people.map(({ name, email }) => ({ name: name || email, email }))
		: [{ name: sides.receiver.team.trim() || wording.receiverUnnamed, email: '' }];
}

/** Who of neither side fixes something, by the name in a finding; undefined where the policy names none. */
export const fixerNamed = (
	fixer: string,
	{ fixers = {} }: Pick<Handoff['agreed'], 'fixers'>,
): Person | undefined => (Object.hasOwn(fixers, fixer) ? fixers[fixer] : undefined);
