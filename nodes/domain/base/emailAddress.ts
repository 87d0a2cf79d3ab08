import type { Person } from './message';

/** E-mail addresses are compared without regard to case or blanks around them. */
export const normalise = (email: string): string => email.trim().toLowerCase();

export const sameAddress = (one: string, other: string): boolean =>
	normalise(one) === normalise(other);

/** What stands behind the last `@`, in lower case. */
export const domainOf = (email: string): string =>
	normalise(email).slice(normalise(email).lastIndexOf('@') + 1);

const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL = 64;
const LONGEST_LABEL = 63;
const LOCAL = /^[^\s@"(),:;<>[\\\]]+$/;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** What nearly all addresses look like: short, and without rare signs. */
const USUAL = /^[\w+-]+(?:\.[\w+-]+)*@[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/i;

const isUsual = (text: string): boolean => text.length <= LONGEST_LABEL && USUAL.test(text);

/**
 * One e-mail address that can be written to: without display name, with a domain that has a dot.
 * Length limits are those of RFC 5321, section 4.5.3.1.
 */
export function isEmailAddress(text: string): boolean {
	if (isUsual(text)) return true;
	const at = text.lastIndexOf('@');
	if (at < 1 || text.length > LONGEST_ADDRESS) return false;
	const local = text.slice(0, at);
	const labels = text.slice(at + 1).split('.');
	if (local.length > LONGEST_LOCAL || !LOCAL.test(local)) return false;
	if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
	return labels.length > 1 && labels.every((label) => LABEL.test(label));
}

/** Reads the first address of a text, with the name in front of it; empty where there is none. */
export function readMailbox(text: string): Person {
	if (isEmailAddress(text)) return { name: '', email: text };
	const written = text.slice(0, LONGEST_TEXT);
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

const LONGEST_TEXT = 1000;

/** Somebody with nothing but an address in the place of the address; empty where there is none. */
export function addressee({ name, email }: Person): Person {
	const read = readMailbox(email);
	return { name: name || read.name, email: read.email };
}
