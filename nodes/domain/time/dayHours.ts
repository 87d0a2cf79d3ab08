import { z } from 'zod';
import { refuse } from './problemAt';
import { readTimeOfDay } from './wallClock';

const WRITE_TIMES =
	'Write times as HH:MM from 00:00 to 23:59, and midnight at the end of a day as 24:00.';

const intervalSchema = z.tuple([z.string(), z.string()]).superRefine((ends, context) => {
	for (const text of ends) {
		if (readTimeOfDay(text) === undefined) {
			refuse(context, `${JSON.stringify(text)} is not a time of day`, WRITE_TIMES);
		}
	}
	if (ends[0] === '24:00') {
		refuse(context, 'a day cannot open at 24:00', 'Let it open at 00:00 on the day after.');
	}
});

export const dayHoursSchema = z.array(intervalSchema);
