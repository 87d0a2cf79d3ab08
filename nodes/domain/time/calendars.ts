import { z } from 'zod';
import { readField } from '../base/record';
import { calendarSchema, type Calendar } from './calendar';
import { refuse } from './problemAt';
import { namesValue } from './namesValue';

/** Calendars by name; one may be chosen in place of another by a field of the record. */
export const calendarsSchema = z.record(calendarSchema).superRefine((calendars, context) => {
	for (const [place, { byField }] of Object.entries(calendars)) {
		const names = Object.values(byField?.calendars ?? {});
		const unknown = names.find((name) => !Object.hasOwn(calendars, name));
		if (unknown === undefined) continue;
		refuse(
			context,
			`“byField” of ${JSON.stringify(place)} names ${JSON.stringify(unknown)}, which is none of the calendars`,
			'Write a name that stands under “calendars”, or add that calendar.',
		);
	}
});

type Calendars = Readonly<Record<string, Calendar>>;

/** The calendars of a policy as they hold for one record. */
export function calendarsFor(calendars: Record<string, Calendar>, record: unknown) {
	const entries = Object.entries(calendars);
	if (entries.every(([, { byField }]) => byField === undefined)) return calendars;
	return Object.fromEntries(
		entries.map(([name, calendar]) => [
			name,
			chosenCalendar(
				calendars,
				calendar,
				calendar.byField && readField(record, calendar.byField.field),
			),
		]),
	);
}

/**
 * The calendar that holds for a value of the field by which calendars are chosen; the calendar itself
 * for a value that it does not name. Capitals and spaces around a value do not matter.
 */
export function chosenCalendar(calendars: Calendars, own: Calendar, value: unknown): Calendar {
	const isIt = namesValue(value);
	const chosen = Object.entries(own.byField?.calendars ?? {}).find(([said]) => isIt(said));
	const other = chosen && Object.hasOwn(calendars, chosen[1]) ? calendars[chosen[1]] : undefined;
	return chosen && other ? { ...settled(other), chosen: chosen[0] } : settled(own);
}

/** A calendar once it is known which one holds. */
function settled(calendar: Calendar): Calendar {
	const { byField, ...rest } = calendar;
	return byField === undefined ? calendar : rest;
}
