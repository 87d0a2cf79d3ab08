import { plainValue } from './sameValue';
import type { Policy, Requirement } from './policy';

/** What a check leaves possible: a span of numbers, lengths or dates, or a set of values. */
interface Room {
	unit: string;
	least: number;
	most: number;
	values?: Set<string | undefined>;
}

/**
 * Finds requirements that no record can meet together, so that a policy which can never pass shows
 * before it stops all handoffs. Only blockers that always apply are compared, two by two.
 *
 * @returns a sentence for each pair
 */
export function findContradictions({ requirements }: Policy): string[] {
	const binding = requirements.filter(
		({ severity, when }) => severity === 'blocker' && when === undefined,
	);
	return binding.flatMap((left, index) =>
		binding
			.slice(index + 1)
			.filter((right) => left.field === right.field && excludes(roomOf(left), roomOf(right)))
			.map(
				(right) =>
					`“${left.label}” and “${right.label}” can never both be met: ${left.field} would have to be two things at once`,
			),
	);
}

function excludes(left: Room | undefined, right: Room | undefined): boolean {
	if (left === undefined || right === undefined) return false;
	const [leftValues, rightValues] = [left.values, right.values];
	if (leftValues !== undefined && rightValues !== undefined) {
		return ![...leftValues].some((value) => rightValues.has(value));
	}
	if (left.unit !== right.unit) return false;
	return Math.max(left.least, right.least) > Math.min(left.most, right.most);
}

function roomOf({ check }: Requirement): Room | undefined {
	switch (check.kind) {
		case 'number':
		case 'money':
			return { unit: 'number', least: check.min ?? -Infinity, most: check.max ?? Infinity };
		case 'text':
			return { unit: 'length', least: check.minLength ?? 0, most: check.maxLength ?? Infinity };
		case 'date':
			return { unit: 'date', least: fixedDate(check.after), most: -fixedDate(check.before, -1) };
		case 'oneOf': {
			const values = new Set(check.values.map((value) => plainValue(value, false)));
			return { unit: 'values', least: 0, most: 0, values };
		}
		default:
			return undefined;
	}
}

/** The instant of a fixed date times the sign; no limit for a date that moves. */
const fixedDate = (limit: unknown, sign = 1): number =>
	typeof limit === 'string' ? sign * Date.parse(limit) : -Infinity;
