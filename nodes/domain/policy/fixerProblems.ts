import { closestSpelling } from '../base/closestSpelling';
import { HandoffProblem } from '../base/problem';
import type { Policy } from './policy';

const SIDES: ReadonlySet<string> = new Set(['sender', 'receiver']);

/** Shorter names, such as IT and HR, are close to each other without being meant for each other. */
const SHORTEST_LIKE_ANOTHER = 5;

/** An entry that no requirement could mean, and a fixer whose entry is spelled in another way. */
export function fixerProblems({ fixers, requirements }: Policy): HandoffProblem[] {
	const named = Object.keys(fixers);
	return [
		...named.filter((name) => SIDES.has(name.trim().toLowerCase())).map(sideAsFixer),
		...requirements.flatMap(({ fixer, label }, index) => {
			const meant = SIDES.has(fixer) ? undefined : otherSpelling(fixer, named);
			return meant === undefined ? [] : [misspelled({ place: index, label, fixer, meant })];
		}),
	];
}

const sideAsFixer = (name: string): HandoffProblem =>
	new HandoffProblem(
		`fixers.${name}: is a side of the handoff, whose people the policy names elsewhere`,
		`Name them under “${name.trim().toLowerCase()}”, and only those of neither side here.`,
	);

function otherSpelling(fixer: string, named: readonly string[]): string | undefined {
	if (named.includes(fixer)) return undefined;
	const same = named.find((name) => name.trim().toLowerCase() === fixer.toLowerCase());
	if (same !== undefined || fixer.length < SHORTEST_LIKE_ANOTHER) return same;
	return closestSpelling(fixer, named);
}

const misspelled = (found: {
	place: number;
	label: string;
	fixer: string;
	meant: string;
}): HandoffProblem =>
	new HandoffProblem(
		`requirements[${found.place}] “${found.label}”: fixer: “${found.fixer}” is not among the fixers`,
		`Did you mean “${found.meant}”? Write it in the same way in both places.`,
	);
