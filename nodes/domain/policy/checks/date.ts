import { z } from 'zod';
import { HandoffProblem } from '../../base/problem';
import { closedObject } from '../../base/closedObject';
import { readDay, sayUnread } from '../day';
import type { Day } from '../writtenDay';
import { dateFormatSchema } from '../dateFormat';
import { readBoundText } from './boundText';
import { ZONE, ZONE_FIELD } from './zoneField';
import { boundSchema, compileBound, offsetOf, type Bound, type BoundSettings } from '../dayBound';
import { teamZone } from '../teamZone';
import { timezoneSchema } from '../../time/timezone';
import { defineCheck, type CheckContext } from './check';
import { say, type Sentence } from '../../language/sentence';
import { AT_ONCE, formText, textField, type CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('date'),
	after: boundSchema
		.optional()
		.describe(
			'Earliest day that is in order: a date such as "2026-12-24", {"days": 14} from today, or {"field": "properties.closedate", "workingDays": 5} from another field. That day itself counts.',
		),
	before: boundSchema
		.optional()
		.describe('Latest day that is in order, written as in “after”. That day itself counts.'),
	timezone: timezoneSchema.optional().describe(ZONE),
	format: dateFormatSchema
		.optional()
		.describe('How the date is written besides the ISO form, such as dd.MM.yyyy.'),
}).describe(
	'A day, before or after another one: a date, a number of days from today, another field.',
);

const FORM: CheckForm = {
	name: 'A Date',
	fields: [
		textField('Not Before', 'after', {
			...AT_ONCE,
			read: formText.transform(readBoundText),
			placeholder: 'e.g. today + 14',
			description:
				'A date such as 2026-12-24, or today or another field with a number of days, such as "today + 14", "properties.closedate + 7" or "today + 5 working days" of the receiving team. That day itself counts.',
		}),
		textField('Not After', 'before', {
			...AT_ONCE,
			read: formText.transform(readBoundText),
			placeholder: 'e.g. today',
			description: 'Written as in Not Before. That day itself counts.',
		}),
		textField('Written As', 'format', {
			placeholder: 'e.g. dd.MM.yyyy',
			description: 'How the date is written, besides 2026-12-24 and what CRMs send',
		}),
		ZONE_FIELD,
	],
};

/** A date, compared by whole calendar days; both limits count as inside. */
export const dateCheck = defineCheck(settingsSchema, FORM, (settings, { calendars }) => {
	refuseEmptySpan(settings.after, settings.before);
	const form = { format: settings.format, timezone: teamZone(settings.timezone, calendars) };
	const after = compileBound(settings.after, form, calendars);
	const before = compileBound(settings.before, form, calendars);
	const storedAs = form.format === undefined ? 'day' : 'format';
	return {
		control: { kind: 'date', ...form, storedAs },
		expected: sayExpected(after, before),
		reads: [after, before].flatMap((bound) => bound?.reads ?? []),
		judge: (value, context) => {
			const day = readDay(value, form);
			if (day === undefined) return sayUnread(value, form);
			const earliest = after?.resolve(context);
			if (after !== undefined && !(earliest !== undefined && day >= earliest)) {
				return sayBreach(after, earliest, 'shortfallBefore', context);
			}
			const latest = before?.resolve(context);
			if (before !== undefined && !(latest !== undefined && day <= latest)) {
				return sayBreach(before, latest, 'shortfallAfter', context);
			}
			return undefined;
		},
	};
});

function sayExpected(after: Bound | undefined, before: Bound | undefined): Sentence {
	if (after !== undefined && before !== undefined) {
		return say('expectedDateSpan', { bound: after.expected, bound2: before.expected });
	}
	if (after !== undefined) return say('expectedDateFrom', { bound: after.expected });
	if (before !== undefined) return say('expectedDateTo', { bound: before.expected });
	return say('expectedDate');
}

const sayBreach = (
	{ write, explain }: Bound,
	limit: Day | undefined,
	side: 'shortfallBefore' | 'shortfallAfter',
	context: CheckContext,
): Sentence => (limit === undefined ? explain(context) : say(side, { limit: write(limit) }));

/** Only bounds of one form can be told to leave no day without looking at a record. */
function refuseEmptySpan(
	after: BoundSettings | undefined,
	before: BoundSettings | undefined,
): void {
	const fixed = typeof after === 'string' && typeof before === 'string' && after > before;
	if (!fixed && !isReversed(after, before)) return;
	throw new HandoffProblem(
		'no date is both on or after “after” and on or before “before”',
		'Exchange the two, or leave one out.',
	);
}

function isReversed(after: BoundSettings | undefined, before: BoundSettings | undefined): boolean {
	if (typeof after !== 'object' || typeof before !== 'object') return false;
	const [from, to] = [offsetOf(after), offsetOf(before)];
	return from.from === to.from && from.days > to.days;
}
