import { moreThan, whichStand } from '../chance';
import type { Count } from '../countHistory';
import { getOrStart } from '../getOrStart';
import type { HandoffHistory } from '../handoffHistory';
import { FEWEST, rateOf, type Rate } from '../rate';
import type { Submission } from '../submission';
import { DAYS_OF_WEEK, type DayReader } from '../week';

/** Something that happens on one day of the week more than on the others. */
export interface WeekdayLine {
	policyId: string;
	/** 1 is Monday, 7 is Sunday: the day on which the receiving team was asked. */
	weekday: number;
	what: 'returned' | 'unanswered' | 'reason';
	/** Of a reason. */
	code?: string;
	label?: string;
	/** Of the attempts asked about on that day that have ended, and of those of other days. */
	thatDay: Rate;
	otherDays: Rate;
	chance: number;
}

type ByDay = number[];
const startDays = (): ByDay => new Array<number>(DAYS_OF_WEEK + 1).fill(0);

type Happening = Pick<WeekdayLine, 'what' | 'code' | 'label'>;

interface PolicyDays {
	ended: ByDay;
	happenings: Map<string, { happening: Happening; hits: ByDay }>;
}

/**
 * Counts what happens by the day of the week, under each policy. Each of the seven days is held
 * against the six others, for everything that happens. What is told must stand although so much was
 * looked at.
 */
export function startWeekdays(dayOf: DayReader) {
	const policies = new Map<string, PolicyDays>();
	return {
		add({ last: { policyId }, submissions }: HandoffHistory) {
			for (const submission of submissions.values()) {
				if (submission.outcome === 'open') continue;
				const day = dayOf(submission.requestedAt).weekday;
				const policy = getOrStart(policies, policyId, () => ({
					ended: startDays(),
					happenings: new Map(),
				}));
				increase(policy.ended, day);
				for (const happening of happeningsOf(submission)) {
					const key = JSON.stringify([happening.what, happening.code]);
					const line = getOrStart(policy.happenings, key, () => ({ happening, hits: startDays() }));
					increase(line.hits, day);
				}
			}
		},
		read: () => whatStands([...policies].flatMap(([id, policy]) => linesOf(id, policy))),
	};
}

const increase = (days: ByDay, day: number): void => {
	days[day] = (days[day] ?? 0) + 1;
};

function happeningsOf({ outcome, reasons }: Submission): Happening[] {
	if (outcome === 'unanswered') return [{ what: 'unanswered' }];
	if (outcome !== 'returned') return [];
	const given = new Map(reasons.map(({ code, label }) => [code, label]));
	return [
		{ what: 'returned' },
		...[...given].map(([code, label]) => ({ what: 'reason' as const, code, label })),
	];
}

function linesOf(policyId: string, { ended, happenings }: PolicyDays): WeekdayLine[] {
	return [...happenings.values()].flatMap(({ happening, hits }) => {
		const all = { hits: total(hits), n: total(ended) };
		return Array.from({ length: DAYS_OF_WEEK }, (_, index) => index + 1).flatMap((weekday) => {
			const day: Count = { hits: hits[weekday] ?? 0, n: ended[weekday] ?? 0 };
			const others: Count = { hits: all.hits - day.hits, n: all.n - day.n };
			if (day.n < FEWEST || others.n < FEWEST) return [];
			return [
				{
					policyId,
					weekday,
					...happening,
					thatDay: rateOf(day.hits, day.n),
					otherDays: rateOf(others.hits, others.n),
					chance: moreThan(day, others),
				},
			];
		});
	});
}

const total = (days: ByDay): number => days.reduce((sum, count) => sum + count, 0);

/** A reason that comes on the same day says why more is returned on it. */
const explains = (reason: WeekdayLine, { policyId, weekday }: WeekdayLine): boolean =>
	reason.what === 'reason' && reason.policyId === policyId && reason.weekday === weekday;

function whatStands(lines: WeekdayLine[]): WeekdayLine[] {
	const stands = whichStand(lines.map(({ chance }) => chance));
	const standing = lines.filter((_, place) => stands[place]);
	return standing
		.filter((line) => line.what !== 'returned' || !standing.some((other) => explains(other, line)))
		.sort((left, right) => left.chance - right.chance);
}
