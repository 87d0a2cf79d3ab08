import type { Person } from '../base/message';
import { isEmailAddress } from './checks/email';
import { compileAddress, type ReadText } from './compileText';

/** How a policy names a person: a reader of the name, and the text that says where the address is. */
interface NamedPerson {
	name: ReadText;
	email: string;
}

/**
 * Compiles who a person is. Only an address is one: an id that stands in its place is none, and of
 * `Ana Lima <ana@example.com>` the name counts where nothing else gives one.
 */
export function compilePerson({ name, email }: NamedPerson): Record<'name' | 'email', ReadText> {
	const read = compileAddress(email);
	return {
		name: (record) => name(record) || readMailbox(read(record)).name,
		email: (record) => readMailbox(read(record)).email,
	};
}

/** Reads the first address of a text, with the name in front of it; empty where there is none. */
export function readMailbox(text: string): Person {
	if (isEmailAddress(text)) return { name: '', email: text };
	const written = text.slice(0, LONGEST);
	for (const part of [written, ...written.split(/[;,]/)]) {
		const start = part.lastIndexOf('<');
		const end = part.indexOf('>', start);
		const email = (start < 0 ? part : part.slice(start + 1, end < 0 ? undefined : end))
			.trim()
			.replace(/^mailto:/i, '');
		if (!isEmailAddress(email)) continue;
		const name = start < 0 ? '' : part.slice(0, start).replaceAll('"', '').trim();
		return { name, email };
	}
	return { name: '', email: '' };
}

const LONGEST = 1000;
