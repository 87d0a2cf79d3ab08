import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LONGEST_FOR_A_RECORD_MS, processorTime, slownessOf } from '../../support/timeLimit';
import type { SeededRandom } from '../seededRandom';

const CORPUS = join(__dirname, 'corpus');

/** An input that does what no input may do. */
export interface Found {
	/** Which part of the package it was given to. */
	part: string;
	why: string;
	input: unknown;
}

/** A part of the package and what is given to it. */
export interface Part {
	name: string;
	/** How much of all inputs it gets. */
	share: number;
	/** How many inputs one case holds. */
	inputs: number;
	draw: (random: SeededRandom) => unknown;
	/** What is wrong with what the part made of a case, in words; empty when nothing is. */
	judge: (input: unknown) => Promise<string[]>;
}

/** Keeps a case, so that every later run begins with it; the name of its file. */
export function keep({ part, why, input }: Found): string {
	const text = `${JSON.stringify({ part, why, input }, writeOdd, '\t')}\n`;
	const name = `${part}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
	mkdirSync(CORPUS, { recursive: true });
	writeFileSync(join(CORPUS, name), text);
	return name;
}

/** What JSON has no form for, and the word that stands for it in a case. */
const ODD: ReadonlyMap<unknown, string> = new Map<unknown, string>([
	[undefined, '(undefined)'],
	[NaN, '(NaN)'],
	[Infinity, '(Infinity)'],
]);

const writeOdd = (_key: string, value: unknown): unknown => ODD.get(value) ?? value;

function readOdd(value: unknown): unknown {
	for (const [odd, word] of ODD) if (value === word) return odd;
	if (Array.isArray(value)) return value.map(readOdd);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readOdd(one)]));
}

/** The inputs of a part that were found earlier. */
export const corpusOf = (part: string): unknown[] =>
	(existsSync(CORPUS) ? readdirSync(CORPUS) : [])
		.filter((name) => name.startsWith(`${part}-`) && name.endsWith('.json'))
		.map((name): unknown => readOdd(JSON.parse(readFileSync(join(CORPUS, name), 'utf8'))))
		.map((kept) =>
			typeof kept === 'object' && kept !== null && 'input' in kept ? kept.input : undefined,
		);

/** Runs something, and says when it keeps a flow busy for longer than an input may. */
export async function timed<Result>(
	run: () => Result | Promise<Result>,
	limit?: number,
): Promise<{ result: Result; took: number; slow: string[] }> {
	const before = process.cpuUsage();
	const result = await run();
	const took = processorTime(before);
	const slowness = await slownessOf(run, took, limit);
	return { result, took, slow: slowness === undefined ? [] : [slowness] };
}

/** A usual input of a batch takes far less, in milliseconds of processor time. */
const USUAL_MS = 2;

/** What a batch may take: as if all inputs but one were usual. */
export const limitOf = (inputs: number): number => LONGEST_FOR_A_RECORD_MS + inputs * USUAL_MS;

/**
 * The first input of a batch that is slow by itself. Only a batch that took longer than one input
 * may is looked through.
 */
export async function slowAlone<Input>(
	inputs: readonly Input[],
	took: number,
	run: (input: Input) => unknown,
): Promise<string[]> {
	if (took <= LONGEST_FOR_A_RECORD_MS) return [];
	for (const [index, input] of inputs.entries()) {
		const { slow } = await timed(() => run(input));
		if (slow.length > 0) return slow.map((why) => `number ${index} ${why}`);
	}
	return [];
}
