import type { Instant } from '../base/instant';
import { compilePath } from '../base/record';
import { DAY_MS, readDay } from '../policy/day';
import { formatValue } from '../policy/formatValue';
import type { CompiledPolicy } from './compilePolicy';
import { describeAbsent, namesIn } from './watchFields';

/** Says as of which moment records are judged, and what of that could not be read. */
export interface AsOf {
	/** The noon of the day that the record says; now when it says none. */
	of(record: unknown, now: Instant): Instant;
	/** What people have to know of the records that were judged as of today instead. */
	warnings(): string[];
}

const MOST_SHOWN = 60;

/** @param path of the field that holds the day; empty when all are judged as of now */
export function readAsOf(path: string, { policy, isMissing }: CompiledPolicy): AsOf {
	const read = compilePath(path);
	// Where a check says how dates are written, they are written so here as well.
	const formats = policy.requirements.flatMap(({ check }) =>
		check.kind === 'date' && check.format !== undefined ? [check.format] : [],
	);
	const dayIn = (value: unknown) =>
		[undefined, ...formats]
			.map((format) => readDay(value, { timezone: 'UTC', ...(format !== undefined && { format }) }))
			.find((day) => day !== undefined);
	const tally = { records: 0, empty: 0, unread: 0, example: '', names: new Set<string>() };
	return {
		of: (record, now) => {
			tally.records += 1;
			const value = read(record);
			const day = dayIn(value);
			if (day !== undefined) return (day + 0.5) * DAY_MS;
			if (isMissing(value)) {
				if (tally.empty === 0) tally.names = new Set(namesIn(record));
				tally.empty += 1;
			} else {
				tally.example ||= formatValue(value, MOST_SHOWN);
				tally.unread += 1;
			}
			return now;
		},
		warnings: () => (path === '' ? [] : describeTally(path, tally)),
	};
}

interface Tally {
	records: number;
	empty: number;
	unread: number;
	example: string;
	names: ReadonlySet<string>;
}

function describeTally(path: string, { records, empty, unread, example, names }: Tally): string[] {
	const absent =
		empty === records && records > 0
			? [
					`${describeAbsent({ field: path, place: '“As Of”' }, [...names])} All were judged as of today.`,
				]
			: [];
	const wrong =
		unread > 0
			? [
					`${unread} of ${records} records were judged as of today: ${path} is not a date there, such as “${example}”. Write it as 2026-03-02, or say its form in a date check of the policy.`,
				]
			: [];
	return [...absent, ...wrong];
}
