import { HandoffProblem } from '../../base/problem';
import { countWays, UNLIMITED } from './cost';
import { refuseOtherDialect } from './otherDialect';
import { parsePattern } from './parsePattern';

/** A pattern that cannot hang the flow. */
export interface SafePattern {
	/** Longest text, in characters, that may be given to it. */
	longestText: number;
	/** Whether the whole text is of the form. */
	matches(text: string): boolean;
}

const LONGEST_PATTERN = 500;
const DEEPEST_GROUPS = 20;

/** One repetition may be open, with a few small choices beside it; a second one is too much. */
const MOST_WAYS = 20 * UNLIMITED;

/** A pattern without open repetition runs straight through longer texts. */
const FEW_WAYS = 100;
const LONGEST_TEXT_STRAIGHT = 100_000;

/**
 * Compiles a regular expression that the whole text must match. Its running time is bounded before
 * it is ever run: at most about 20 million steps, for any text.
 *
 * @throws HandoffProblem when it is not a valid pattern, is written for another program, or could
 * take longer
 */
export function compilePattern(
	source: string,
	{ ignoreCase }: { ignoreCase: boolean },
): SafePattern {
	refuseOtherDialect(source);
	const expression = buildExpression(source, ignoreCase);
	const ways = countWays(parsePattern(source), ignoreCase);
	if (ways > MOST_WAYS) {
		throw new HandoffProblem(
			`the pattern ${source} can take very long on some texts`,
			'Repeat nothing inside a repetition, and let no two repetitions that stand next to each ' +
				'other match the same characters; or split it into two requirements.',
		);
	}
	return {
		longestText: ways > FEW_WAYS ? UNLIMITED : LONGEST_TEXT_STRAIGHT,
		matches: (text) => expression.test(text),
	};
}

function buildExpression(source: string, ignoreCase: boolean): RegExp {
	if (source.length > LONGEST_PATTERN || (source.match(/\(/g) ?? []).length > DEEPEST_GROUPS) {
		throw new HandoffProblem(
			'the pattern is too long to be judged',
			`Use at most ${LONGEST_PATTERN} characters and ${DEEPEST_GROUPS} groups.`,
		);
	}
	const unicode = /\\[pPu]\{/.test(source) ? 'u' : '';
	if (!isExpression(source, unicode)) {
		throw new HandoffProblem(
			`the pattern ${source} is not a regular expression`,
			'Write a JavaScript regular expression without slashes around it, such as PO-\\d{4}.',
		);
	}
	return new RegExp(`^(?:${source})$`, `${unicode}${ignoreCase ? 'i' : ''}`);
}

function isExpression(source: string, flags: string): boolean {
	try {
		return new RegExp(source, flags) instanceof RegExp;
	} catch {
		return false;
	}
}
