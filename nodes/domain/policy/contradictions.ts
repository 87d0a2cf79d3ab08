import type { CheckContext } from './checks/check';
import { shareAnAnswer } from './alsoAccepted';
import { compileCheck, type CheckSettings } from './checks/checks';
import { parseDay } from './writtenDay';
import { offsetOf, type BoundSettings } from './dayBound';
import type { Policy } from './policy';

/** How far a check lets a value go. Spans are compared only where they count from the same. */
interface Limit {
	/** Of what, and for dates from where on it is counted. */
	unit: string;
	value: number;
}

interface Span {
	least?: Limit;
	most?: Limit;
}

/**
 * Finds requirements that no record can meet together, so that a policy which can never pass shows
 * before it stops all handoffs. Only blockers that always apply are compared, two by two.
 *
 * @returns a sentence for each pair, and for each list whose entries would have to be two things
 */
export function findContradictions({ requirements }: Policy): string[] {
	const binding = requirements.filter(
		({ severity, when }) => severity === 'blocker' && when === undefined,
	);
	const pairs = binding.flatMap((left, index) =>
		binding
			.slice(index + 1)
			.filter((right) => left.field === right.field && !shareAnAnswer(left, right))
			.filter((right) => excludes(left.check, right.check))
			.map(
				(right) =>
					`“${left.label}” and “${right.label}” can never both be met: ${left.field} would have to be two things at once`,
			),
	);
	const alone = binding
		.filter(({ check, alsoAccepted }) => alsoAccepted === undefined && excludesItself(check))
		.map(
			({ label, field }) =>
				`“${label}” can never be met: an entry of ${field} would have to be two things at once`,
		);
	return [...pairs, ...alone];
}

/** Whether no entry that a list must have is one that it may have. */
const excludesItself = (check: CheckSettings): boolean =>
	check.kind === 'list' &&
	check.each !== undefined &&
	check.any !== undefined &&
	check.each.field === check.any.field &&
	excludes(check.each.check, check.any.check);

const excludes = (left: CheckSettings, right: CheckSettings): boolean =>
	apart(spanOf(left), spanOf(right)) ||
	apart(spanOf(right), spanOf(left)) ||
	refusesAll(right, left) ||
	refusesAll(left, right);

/** Whether the first begins only after the second has ended. */
const apart = ({ least }: Span, { most }: Span): boolean =>
	least !== undefined && most !== undefined && least.unit === most.unit && least.value > most.value;

/** Whether a check refuses every value that another one allows, where those can be listed. */
function refusesAll(check: CheckSettings, allowing: CheckSettings): boolean {
	const values = allowedBy(allowing);
	if (values === undefined || !JUDGES_VALUE_ALONE[check.kind]) return false;
	// What tells capital from small letters may take a way of writing that is not in the list.
	if (tellsCase(check) && !(allowing.kind === 'oneOf' && allowing.matchCase)) return false;
	const { judge } = compileCheck(check);
	return values.every((value) => judge(value, NO_RECORD) !== undefined);
}

/** The values of which a check takes one; undefined when they cannot be listed. */
function allowedBy(check: CheckSettings): unknown[] | undefined {
	if (check.kind === 'oneOf') return check.values.flatMap((value) => [value, String(value)]);
	if (check.kind !== 'boolean' || check.is === undefined) return undefined;
	return check.is ? [true, 'true', 'yes'] : [false, 'false', 'no'];
}

const tellsCase = (check: CheckSettings): boolean =>
	check.kind === 'oneOf' ? check.matchCase : check.kind === 'text' && check.pattern !== undefined;

/** The checks that need to see nothing but the value. */
const JUDGES_VALUE_ALONE: Partial<Record<CheckSettings['kind'], true>> = {
	boolean: true,
	email: true,
	money: true,
	number: true,
	oneOf: true,
	text: true,
	url: true,
};

const NO_RECORD: CheckContext = { record: undefined, now: 0, isMissing: () => false };

function spanOf(check: CheckSettings): Span {
	switch (check.kind) {
		case 'number':
		case 'money':
			return { least: limit('number', check.min), most: limit('number', check.max) };
		case 'text':
			return { least: limit('length', check.minLength), most: limit('length', check.maxLength) };
		case 'date':
			return { least: dateLimit(check.after), most: dateLimit(check.before) };
		default:
			return {};
	}
}

const limit = (unit: string, value: number | undefined): Limit | undefined =>
	value === undefined ? undefined : { unit, value };

/** In days: since 1970 for a fixed date, else from the day that it moves with. */
function dateLimit(bound: BoundSettings | undefined): Limit | undefined {
	if (bound === undefined) return undefined;
	if (typeof bound === 'string') return limit('date', parseDay(bound));
	const { from, days } = offsetOf(bound);
	return limit(`days from ${from}`, days);
}
