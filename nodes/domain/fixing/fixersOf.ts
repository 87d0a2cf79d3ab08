import { normalise } from '../base/emailAddress';
import type { Handoff } from '../handoff/envelope';
import type { ReceiverPerson } from '../handoff/receiverPerson';
import type { Finding } from '../handoff/verdict';
import { fixerNamed } from '../wording/whomToTell';

/** Somebody who can supply something, and as whom the policy names them. */
export interface Fixer extends ReceiverPerson {
	fixers: string[];
}

/**
 * Who is asked for these gaps: everybody once, with all that is theirs. Who has no address cannot get
 * a link and is left out; the fix list on the record names what is theirs.
 */
export function fixersOf(handoff: Handoff, gaps: readonly Finding[]): Fixer[] {
	const found = new Map<string, Fixer>();
	for (const fixer of new Set(gaps.map((gap) => gap.fixer))) {
		for (const person of peopleFor(fixer, handoff)) {
			const key = normalise(person.email);
			const known = found.get(key);
			if (known !== undefined) known.fixers.push(fixer);
			else if (key !== '') found.set(key, { ...person, fixers: [fixer] });
		}
	}
	return [...found.values()];
}

function peopleFor(fixer: string, handoff: Handoff): ReceiverPerson[] {
	const { sender, receiver, agreed } = handoff;
	if (fixer === 'receiver') return receiver.people;
	if (fixer !== 'sender') {
		const named = fixerNamed(fixer, agreed);
		return named === undefined ? [] : [named];
	}
	const { name = '', email = '', language } = sender;
	return [{ name: name || email, email, ...(language === undefined ? {} : { language }) }];
}
