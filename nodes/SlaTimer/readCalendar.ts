import { z } from 'zod';
import type { Instant } from '../domain/base/instant';
import { HandoffProblem } from '../domain/base/problem';
import { parseCalendar, type Calendar } from '../domain/time/calendar';
import { jsonValue } from '../shared/jsonValue';
import { readParameter, type ParameterContext } from '../shared/readParameter';
import { readHoursForm } from './readHoursForm';

/**
 * The working hours that were typed into the node, as a form or as JSON.
 *
 * @param at when the clock starts: around it, holidays are taken from a feed
 */
export function readCalendar(context: ParameterContext, itemIndex: number, at: Instant): Calendar {
	const field = { name: 'calendarFrom', displayName: 'Working Hours From', itemIndex };
	const from = readParameter(context, field, z.enum(['form', 'json']));
	return from === 'form'
		? readHoursForm(context, itemIndex, at)
		: readCalendarJson(context, itemIndex);
}

function readCalendarJson(context: ParameterContext, itemIndex: number): Calendar {
	const written = jsonValue(context.getNodeParameter('calendar', itemIndex));
	if (typeof written === 'string') throw notJson();
	const calendar = parseCalendar(written, 'Calendar');
	if (calendar.byField === undefined) return calendar;
	throw new HandoffProblem(
		'“Calendar” has “byField”, which chooses among the calendars of a policy',
		'Put it into the policy, or choose the calendar here with an expression.',
	);
}

const notJson = (): HandoffProblem =>
	new HandoffProblem(
		'“Calendar” is not JSON',
		'Check the quotes, commas and brackets; the example in the field shows the form.',
	);
