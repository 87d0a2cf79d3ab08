import type { Instant } from '../base/instant';
import type { Report, ReportOptions } from './report';
import { startChanges } from './change/changes';
import { startPeriodBefore } from './change/periodBefore';
import type { HandoffHistory } from './handoffHistory';
import { startMeasures } from './measures';
import { startOpenNow } from './openNow';
import { startPeople } from './people';
import { startPolicyLines } from './policyLines';
import { startQuestionLines } from './questionLines';
import { startReplay } from './replay/replay';
import { receiverCalendars, startGroups } from './reportGroups';
import { startRequirementLines } from './requirementLines';
import { silentTeams } from './silentTeams';
import type { DayReader } from './week';

/** As of when the report is, and on which days things happened. */
interface Clock {
	now: Instant;
	dayOf: DayReader;
}

/** What is counted of every handoff of the ledger, whenever it began. */
export function startLedgerTallies({ since, policies = [] }: ReportOptions, { now, dayOf }: Clock) {
	const open = startOpenNow(now);
	const before = startPeriodBefore(since, now, receiverCalendars(policies));
	const changes = startChanges(policies, dayOf);
	return {
		add(history: HandoffHistory) {
			open.add(history);
			before?.add(history);
			changes.addAny(history);
		},
		addOfPeriod: changes.add,
		read({ totals, byWeek }: Pick<Report, 'totals' | 'byWeek'>) {
			const earlier = before?.read(totals);
			return {
				...(earlier && { before: earlier }),
				open: open.read(),
				changes: changes.read(since ?? Number.NEGATIVE_INFINITY, byWeek),
			};
		},
	};
}

/** What is counted of the handoffs that began in the period of the report. */
export function startPeriodTallies(
	{ policies = [], people = false }: ReportOptions,
	{ now, dayOf }: Clock,
) {
	const totals = startMeasures(now, receiverCalendars(policies));
	const groups = startGroups(dayOf, now, policies);
	const [lines, questions] = [startPolicyLines(), startQuestionLines()];
	const [replay, persons] = [startReplay(policies, now), startPeople(now)];
	const requirements = startRequirementLines(policies);
	return {
		add(history: HandoffHistory) {
			for (const tally of [totals, groups, lines, requirements, questions, replay])
				tally.add(history);
			if (people) persons.add(history);
		},
		read() {
			const counted = groups.read();
			return {
				totals: totals.read(),
				...counted,
				...lines.read(),
				unanswered: silentTeams(counted),
				requirements: requirements.read(),
				questions: questions.read(),
				replay: replay.read(),
				...(people && { people: persons.read() }),
			};
		},
	};
}
