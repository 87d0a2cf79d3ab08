import type { Instant } from '../instant';
import { readMoment, readTexts } from '../ledger/ledgerEvent';
import type { Measures } from './figures';
import { rateOf, spreadOf, type Rate } from './rate';
import type { Story, Submission } from './story';

/** Counts while stories come by. */
export interface MeasuresTally {
	add(story: Story): void;
	read(): Measures;
}

interface Count {
	hits: number;
	n: number;
}

const startCounts = () => ({
	firstPass: { hits: 0, n: 0 },
	readyAtFirstLook: { hits: 0, n: 0 },
	returned: { hits: 0, n: 0 },
	unanswered: { hits: 0, n: 0 },
	answeredInTime: { hits: 0, n: 0 },
	clocksInTime: { hits: 0, n: 0 },
	waived: { hits: 0, n: 0 },
	conflicts: { hits: 0, n: 0 },
	escapes: { hits: 0, n: 0 },
});
type Counts = ReturnType<typeof startCounts>;

const startAmounts = () => ({
	attempts: new Array<number>(),
	receiverMinutes: new Array<number>(),
	senderMinutes: new Array<number>(),
	answerMinutes: new Array<number>(),
	closeToAcceptedMinutes: new Array<number>(),
});
type Amounts = ReturnType<typeof startAmounts>;

/** Starts to count. `now` tells which deadlines have passed. */
export function startMeasures(now: Instant): MeasuresTally {
	const counts = startCounts();
	const amounts = startAmounts();
	const totals = { handoffs: 0, accepted: 0, submissions: 0, returns: 0 };
	return {
		add(story) {
			totals.handoffs += 1;
			totals.submissions += story.submissions.size;
			countGate(counts, story);
			countClocks(counts, story);
			for (const submission of story.submissions.values()) {
				if (submission.outcome === 'returned') totals.returns += 1;
				countSubmission(counts, submission, now);
				if (submission.answerMinutes !== undefined) {
					amounts.answerMinutes.push(submission.answerMinutes);
				}
			}
			if (story.accepted === undefined) return;
			totals.accepted += 1;
			noteAmounts(amounts, story, story.accepted);
		},
		read: () => ({ ...totals, ...readCounts(counts), ...readAmounts(amounts) }),
	};
}

const count = (counted: Count, hit: boolean): void => {
	counted.n += 1;
	if (hit) counted.hits += 1;
};

function countGate(counts: Counts, story: Story): void {
	const first = firstPassOf(story);
	if (first !== undefined) count(counts.firstPass, first);
	const look = story.looks.get(1);
	if (look !== undefined) count(counts.readyAtFirstLook, look.ready);
	if (story.looks.size > 0) count(counts.waived, isWaived(story));
	const compared = [...story.looks.values()].flatMap(({ event }) => {
		const conflicts = readTexts(event, 'conflicts');
		return conflicts === undefined ? [] : [conflicts.length];
	});
	if (compared.length > 0)
		count(
			counts.conflicts,
			compared.some((found) => found > 0),
		);
}

/** Whether attempt 1 was accepted; undefined while it has not ended, or is not in the rows. */
function firstPassOf({ looks, submissions, attempts }: Story): boolean | undefined {
	const look = looks.get(1);
	const submission = submissions.get(1);
	if (look === undefined && submission === undefined) return undefined;
	if (submission?.outcome === 'accepted') return true;
	const ended = attempts > 1 || look?.passes === false || isEnded(submission);
	return ended ? false : undefined;
}

const isEnded = (submission: Submission | undefined): boolean =>
	submission !== undefined && submission.outcome !== 'open';

/** A waived requirement is a finding that is not open; a row of its own says it too. */
const isWaived = ({ looks, events }: Story): boolean =>
	[...looks.values()].some(({ fields, open }) => fields.length > open.length) ||
	events.some(({ type }) => type === 'requirement.waived');

function countClocks(counts: Counts, { clocks }: Story): void {
	for (const state of clocks.values()) count(counts.clocksInTime, state === 'met');
}

function countSubmission(counts: Counts, submission: Submission, now: Instant): void {
	const { outcome, respondBy, endedAt = now, look } = submission;
	if (isEnded(submission)) {
		count(counts.returned, outcome === 'returned');
		count(counts.unanswered, outcome === 'unanswered');
	}
	if (outcome === 'returned' && look !== undefined) count(counts.escapes, look.ready);
	if (respondBy === undefined) return;
	const decided = outcome === 'accepted' || outcome === 'returned';
	if (decided) count(counts.answeredInTime, endedAt <= respondBy);
	else if (now > respondBy) count(counts.answeredInTime, false);
}

function noteAmounts(amounts: Amounts, { attempts, looks }: Story, accepted: Story['last']): void {
	amounts.attempts.push(attempts);
	amounts.receiverMinutes.push(accepted.receiverMinutes);
	amounts.senderMinutes.push(accepted.senderMinutes);
	const closed = [...looks.values()].flatMap(({ event }) => readMoment(event, 'closedAt') ?? []);
	const closedAt = closed.at(-1);
	if (closedAt === undefined || closedAt > accepted.at) return;
	amounts.closeToAcceptedMinutes.push((accepted.at - closedAt) / 60_000);
}

const readCounts = (counts: Counts) => ({
	firstPass: readCount(counts.firstPass),
	readyAtFirstLook: readCount(counts.readyAtFirstLook),
	returned: readCount(counts.returned),
	unanswered: readCount(counts.unanswered),
	answeredInTime: readCount(counts.answeredInTime),
	clocksInTime: readCount(counts.clocksInTime, counts.clocksInTime.n > 0),
	waived: readCount(counts.waived),
	conflicts: readCount(counts.conflicts, counts.conflicts.n > 0),
	escapes: readCount(counts.escapes),
});

const readCount = ({ hits, n }: Count, recorded = true): Rate => rateOf(hits, n, recorded);

const readAmounts = (amounts: Amounts) => ({
	attempts: spreadOf(amounts.attempts),
	receiverMinutes: spreadOf(amounts.receiverMinutes),
	senderMinutes: spreadOf(amounts.senderMinutes),
	answerMinutes: spreadOf(amounts.answerMinutes),
	closeToAcceptedMinutes: spreadOf(
		amounts.closeToAcceptedMinutes,
		amounts.closeToAcceptedMinutes.length > 0,
	),
});
