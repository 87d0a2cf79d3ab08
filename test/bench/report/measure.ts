import { writeSync } from 'node:fs';
import { median } from '../timing';
import { BEGIN, END } from './peak';
import { makeRows } from './ledger';
import { report } from './ours';

/** Measures one size in a process of its own, and prints the figures as JSON. */
function measure(count: number, rounds: number): Record<string, number> {
	settled();
	const texts = writeTexts(count);
	const withTexts = settled();
	const parsed = texts.map((text): unknown[] => JSON.parse(text)).flat();
	const rowsMb = settled() - withTexts;
	const parseMs = median(timesOf(rounds, () => texts.map((text): unknown => JSON.parse(text))));
	texts.length = 0;
	settled();
	const heldMb = process.memoryUsage().heapUsed / 2 ** 20;
	writeSync(1, `${BEGIN}\n`);
	report(parsed);
	writeSync(1, `${END} ${process.memoryUsage().heapUsed / 2 ** 20}\n`);
	const reportMs = median(timesOf(rounds, () => report(parsed)));
	return { count, parseMs, reportMs, rowsMb, heldMb };
}

const ROWS_A_TEXT = 50_000;

/** A text of a million rows would be longer than a string can be. */
function writeTexts(count: number): string[] {
	const rows = makeRows(count);
	const texts: string[] = [];
	for (let from = 0; from < count; from += ROWS_A_TEXT) {
		texts.push(JSON.stringify(rows.slice(from, from + ROWS_A_TEXT)));
	}
	return texts;
}

function timesOf(rounds: number, work: () => unknown): number[] {
	return Array.from({ length: rounds }, () => {
		settled();
		const startedAt = performance.now();
		work();
		return performance.now() - startedAt;
	});
}

/** MB of the heap that are in use when everything unused is gone. */
function settled(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed / 2 ** 20;
}

const [count = '10000', rounds = '3'] = process.argv.slice(2);
console.log(JSON.stringify(measure(Number(count), Number(rounds))));
