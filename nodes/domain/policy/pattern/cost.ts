import { foldCase, NONE, overlaps, unite, type CharSet } from './charSet';
import type { PatternNode } from './parsePattern';

/** How many ways an unlimited repetition counts as: as many as the longest text has characters. */
export const UNLIMITED = 1000;

interface Judge {
	fold(set: CharSet): CharSet;
}

/**
 * Bounds how many ways of matching one text a backtracking engine may have to try.
 *
 * A place where the next character decides how to go on costs nothing. Where it does not (`a*a`,
 * `foo|fob`), the ways multiply: by the number of options, or of repetitions that are possible. An
 * open way inside an unlimited repetition (`(a+)+`) multiplies without end. The bound errs upwards.
 *
 * @returns 1 for a pattern that runs straight through; Infinity for one that can take exponential
 * time. The steps on a text are at most about this times the length of the text.
 */
export function countWays(node: PatternNode, ignoreCase: boolean): number {
	const judge = { fold: ignoreCase ? foldCase : (set: CharSet) => set };
	return ways(node, NONE, judge);
}

/** @param next the characters that may follow the node */
function ways(node: PatternNode, next: CharSet, judge: Judge): number {
	switch (node.kind) {
		case 'nothing':
		case 'character':
			return 1;
		case 'sequence':
			return waysOfSequence(node.parts, next, judge);
		case 'choice':
			return waysOfChoice(node.options, next, judge);
		case 'repeat':
			return waysOfRepeat(node, next, judge);
	}
}

function waysOfSequence(parts: readonly PatternNode[], next: CharSet, judge: Judge): number {
	let product = 1;
	let follow = next;
	for (const part of [...parts].reverse()) {
		product *= ways(part, follow, judge);
		follow = canBeEmpty(part) ? unite(firstOf(part, judge), follow) : firstOf(part, judge);
	}
	return product;
}

function waysOfChoice(options: readonly PatternNode[], next: CharSet, judge: Judge): number {
	const firsts = options.map((option) =>
		canBeEmpty(option) ? unite(firstOf(option, judge), next) : firstOf(option, judge),
	);
	const emptyOptions = options.filter(canBeEmpty).length;
	const open =
		emptyOptions > 1 ||
		firsts.some((first, index) => firsts.slice(index + 1).some((other) => overlaps(first, other)));
	const inner = options.reduce((product, option) => product * ways(option, next, judge), 1);
	return inner * (open ? options.length : 1);
}

function waysOfRepeat(
	{ body, min, max }: Extract<PatternNode, { kind: 'repeat' }>,
	next: CharSet,
	judge: Judge,
): number {
	if (max === 0) return 1;
	const first = firstOf(body, judge);
	const inner = ways(body, max > 1 ? unite(first, next) : next, judge);
	const openInside = inner > 1 || canBeEmpty(body);
	if (max === Infinity && openInside) return Infinity;
	const each = canBeEmpty(body) ? inner * 2 : inner;
	const stops = min !== max && overlaps(first, next);
	const lengths = max === Infinity ? UNLIMITED : max - min + 1;
	return (max === Infinity ? 1 : each ** max) * (stops ? lengths : 1);
}

function firstOf(node: PatternNode, judge: Judge): CharSet {
	switch (node.kind) {
		case 'nothing':
			return NONE;
		case 'character':
			return judge.fold(node.set);
		case 'choice':
			return unite(...node.options.map((option) => firstOf(option, judge)));
		case 'repeat':
			return node.max === 0 ? NONE : firstOf(node.body, judge);
		case 'sequence': {
			const solid = node.parts.findIndex((part) => !canBeEmpty(part));
			const leading = solid < 0 ? node.parts : node.parts.slice(0, solid + 1);
			return unite(...leading.map((part) => firstOf(part, judge)));
		}
	}
}

function canBeEmpty(node: PatternNode): boolean {
	switch (node.kind) {
		case 'nothing':
			return true;
		case 'character':
			return false;
		case 'choice':
			return node.options.some(canBeEmpty);
		case 'repeat':
			return node.min === 0 || canBeEmpty(node.body);
		case 'sequence':
			return node.parts.every(canBeEmpty);
	}
}
