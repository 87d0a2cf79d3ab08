import { isObject } from '../base/isObject';
import type { LedgerRow } from '../handoff/row';
import { readCells, textOf } from '../ledger/cells';
import type { ForgottenPerson } from './pseudonym';

/** A row with somebody's pseudonym in their place. */
export interface ForgottenRow extends Pick<LedgerRow, 'eventId' | 'actor' | 'reasons' | 'data'> {
	handoffId: string;
	/** Whether the row is sealed: its seal does not hold any more. */
	sealed: boolean;
}

/**
 * Replaces persons wherever a row names them: by their address, by the name that was given for them,
 * and by any name that stands beside their address or that they typed when they decided. What they
 * wrote stays.
 *
 * @param row a row as a store gives it back
 * @returns undefined when it names none of them
 */
export function forgetIn(
	row: unknown,
	persons: readonly ForgottenPerson[],
): ForgottenRow | undefined {
	const cells = readCells(row);
	const eventId = textOf(cells?.eventId);
	if (cells === undefined || eventId === '') return undefined;
	const before = {
		actor: textOf(cells.actor),
		reasons: textOf(cells.reasons),
		data: textOf(cells.data),
	};
	const after = persons.reduce(forget, before);
	if (JSON.stringify(after) === JSON.stringify(before)) return undefined;
	const sealed = textOf(cells.seal) !== '';
	return { eventId, handoffId: textOf(cells.handoffId), ...after, sealed };
}

type Cells = Pick<LedgerRow, 'actor' | 'reasons' | 'data'>;

function forget({ actor, reasons, data }: Cells, person: ForgottenPerson): Cells {
	const put = replacer(person);
	const isTheirs = sameText(actor, person.email);
	return {
		actor: put(actor),
		reasons: inJson(reasons, (value) => replaceIn(value, person, put)),
		data: inJson(data, (value) => {
			const replaced = replaceIn(value, person, put);
			if (!isTheirs || !isObject(replaced)) return replaced;
			const { by, approvedBy } = replaced;
			return {
				...replaced,
				...(typeof by === 'string' && { by: person.pseudonym.name }),
				...(typeof approvedBy === 'string' && { approvedBy: person.pseudonym.email }),
			};
		}),
	};
}

const sameText = (one: unknown, other: string): boolean =>
	typeof one === 'string' && one.trim().toLowerCase() === other.trim().toLowerCase();

/** Rewrites what a cell holds as JSON; a text that is none is rewritten as it stands. */
function inJson(cell: string, rewrite: (value: unknown) => unknown): string {
	if (cell === '') return cell;
	try {
		const value: unknown = JSON.parse(cell);
		return JSON.stringify(rewrite(value));
	} catch {
		return String(rewrite(cell));
	}
}

type Put = (text: string) => string;

function replaceIn(value: unknown, person: ForgottenPerson, put: Put): unknown {
	if (typeof value === 'string') return put(value);
	if (Array.isArray(value)) return value.map((one) => replaceIn(one, person, put));
	if (!isObject(value)) return value;
	const members = Object.entries(value).map(([name, one]) => [name, replaceIn(one, person, put)]);
	const replaced: Record<string, unknown> = Object.fromEntries(members);
	const isThem = sameText(value.email, person.email) && typeof value.name === 'string';
	return isThem ? { ...replaced, name: person.pseudonym.name } : replaced;
}

/** Puts the pseudonym in the place of the whole address and the whole name, whatever their case. */
function replacer({ email, name, pseudonym }: ForgottenPerson): Put {
	const address = new RegExp(
		`(?<![\\p{L}\\p{N}._%+-])${escaped(email.trim())}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`,
		'giu',
	);
	const inFull = name.trim().split(/\s+/u).map(escaped).join('\\s+');
	const called =
		inFull === '' ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])${inFull}(?![\\p{L}\\p{N}])`, 'giu');
	return (text) => {
		const addressed = text.replace(address, pseudonym.email);
		return called === undefined ? addressed : addressed.replace(called, pseudonym.name);
	};
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
