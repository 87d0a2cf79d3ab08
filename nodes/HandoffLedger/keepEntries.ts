import type { IExecuteFunctions } from 'n8n-workflow';
import type { LedgerRow } from '../domain/handoff/row';
import { readCells, textOf } from '../domain/ledger/cells';
import {
	findSubject,
	idOfNamed,
	type Entry,
	type NamedHandoff,
	type Subject,
} from '../domain/upkeep/subject';
import type { LedgerStore } from '../shared/ledger/ledgerStore';
import { openLedger, requireLedger } from '../shared/ledger/openLedger';
import { toNodeError } from '../shared/nodeErrors';
import { attempts, valueOf, type Attempted } from './attempts';
import { writeRows } from './writeRows';

/** What an item has to say about a handoff. */
export interface Noting {
	named: NamedHandoff;
	/** Works out what is to be noted, by the ledger rows of the handoff. */
	note: (subject: Subject) => Entry & { moves?: true };
}

/** A ledger, and what is to be noted in it. */
interface Book {
	store: LedgerStore;
	/** The rows of each handoff that is named, with those that are to be added. */
	rowsOf: Map<string, unknown[]>;
	added: LedgerRow[];
	/** The handoffs whose step may be another one now. */
	moved: Set<string>;
}

/**
 * Works out the entry of each item by the ledger, then keeps all of them. Nothing is kept before all
 * are worked out; when they cannot be kept, each item hears why.
 */
export async function keepEntries(
	context: IExecuteFunctions,
	notings: ReadonlyArray<Attempted<Noting>>,
): Promise<Array<Attempted<Entry>>> {
	try {
		const books = await openBooks(context, notings);
		const entries = attempts(context, (index) => enter(valueOf(notings[index]), books));
		for (const book of books.values()) await writeRows(book.store, book);
		return entries;
	} catch (thrown) {
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), thrown);
		return notings.map(() => ({ thrown }));
	}
}

/** What began in a test run is noted in the ledger of test runs. */
const isTest = (named: NamedHandoff): boolean => typeof named !== 'string' && named.test === true;

async function openBooks(
	context: IExecuteFunctions,
	notings: ReadonlyArray<Attempted<Noting>>,
): Promise<Map<boolean, Book>> {
	const named = notings.flatMap((noting) => ('value' in noting ? [noting.value.named] : []));
	const books = new Map<boolean, Book>();
	for (const test of new Set(named.map(isTest))) {
		const store = requireLedger(openLedger(context, { test }));
		const ids = new Set(named.filter((one) => isTest(one) === test).map(idOfNamed));
		const rowsOf = new Map<string, unknown[]>([...ids].map((id) => [id, []]));
		for (const row of await store.rows([...ids])) {
			rowsOf.get(textOf(readCells(row)?.handoffId))?.push(row);
		}
		books.set(test, { store, rowsOf, added: [], moved: new Set() });
	}
	return books;
}

function enter({ named, note }: Noting, books: ReadonlyMap<boolean, Book>): Entry {
	const book = books.get(isTest(named));
	if (book === undefined) throw new Error('The ledger of this handoff is not open.');
	const id = idOfNamed(named);
	const rows = book.rowsOf.get(id) ?? [];
	const { moves, ...entry } = note(findSubject(named, rows));
	if (moves) book.moved.add(id);
	if (entry.row !== undefined && !entry.known) {
		book.added.push(entry.row);
		rows.push(entry.row);
	}
	return entry;
}
