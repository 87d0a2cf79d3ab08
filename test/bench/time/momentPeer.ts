import moment from 'moment';
import 'moment-business-time';
import { aYearAfter, HOLIDAYS, HOURS, STARTS } from './office';

declare module 'moment' {
	interface Moment {
		addWorkingTime(amount: number, unit: 'hours'): Moment;
		workingDiff(other: Moment, unit: 'hours', exact: boolean): number;
	}
	interface LocaleSpecification {
		workinghours?: Record<number, string[] | null>;
		holidays?: string[];
	}
}

const day = [`${HOURS.open}:00`, `${HOURS.close}:00`];

/** Tells the library our working hours; its zone is that of the process. */
export function openMoment() {
	moment.updateLocale('en', {
		workinghours: { 0: null, 1: day, 2: day, 3: day, 4: day, 5: day, 6: null },
		holidays: HOLIDAYS,
	});
	const spans = STARTS.map((start) => ({ from: moment(start), to: moment(aYearAfter(start)) }));
	return {
		add: (hours: number): string[] =>
			spans.map(({ from }) => from.clone().addWorkingTime(hours, 'hours').toISOString()),
		betweenAYear: (): number[] => spans.map(({ from, to }) => to.workingDiff(from, 'hours', true)),
	};
}
