import { formatInstant, type Instant } from '../base/instant';
import { planReminders } from '../acceptance/reminders';
import type { Handoff } from '../handoff/envelope';
import { fixerLinkSchema, type FixerLink, type FixRequest } from '../handoff/fixing';
import { fixLinkFor, type SignLink } from '../handoff/signedLinks';
import type { Finding } from '../handoff/verdict';
import { writeRow } from '../ledger/writeRow';
import type { Clock } from '../time/clock';
import { fixersOf, type Fixer } from './fixersOf';
import type { FixHandoff } from './gaps';
import { exceptionRowsAmong } from './pendingExceptions';
import { fixQuestionOf } from './fixRows';

interface FixTerms {
	/** What is asked about. */
	gaps: readonly Finding[];
	/** Until when, and the moments on the way there. */
	clock: Clock;
	/** 1 for the first request in this execution, then 2, 3 … */
	round: number;
	now: Instant;
	/** Who asks, as the holder of the claim, when the ledger is kept. */
	askedBy?: string;
	/** Of the handoff in the ledger, when it is kept. */
	rows?: readonly unknown[];
	sign: SignLink;
}

/**
 * Asks those who can supply what is missing: the envelope with the request, a link for each of them,
 * and the ledger row `fix.asked`. The ball stays where it is.
 *
 * @returns undefined when nobody who could supply anything has an address
 */
export function openFix(handoff: Handoff, terms: FixTerms): FixHandoff | undefined {
	const fixers = fixersOf(handoff, terms.gaps);
	if (fixers.length === 0) return undefined;
	const asked: FixHandoff = { ...handoff, fixing: requestOf(handoff, fixers, terms) };
	return { ...asked, event: askedRow(asked, terms.now) };
}

function requestOf(
	{ agreed }: Handoff,
	fixers: readonly Fixer[],
	{ gaps, clock, round, now, askedBy, rows = [], sign }: FixTerms,
): FixRequest {
	const theirs = gaps.filter(({ fixer }) => fixers.some((one) => one.fixers.includes(fixer)));
	return {
		round,
		requestedAt: formatInstant(now),
		respondBy: clock.deadline,
		closesAt: clock.milestones.at(-1)?.dueAt ?? clock.deadline,
		timezone: clock.calendar.timezone,
		gaps: theirs.map(({ requirementId }) => requirementId),
		links: fixers.map((fixer): FixerLink => {
			const url = fixLinkFor(sign, fixer.email);
			return fixerLinkSchema.parse({ ...fixer, url });
		}),
		milestones: planReminders(clock.milestones, fixers, agreed.calendars),
		firedMilestones: [],
		changes: [],
		exceptionRows: exceptionRowsAmong(rows),
		...(askedBy === undefined ? {} : { askedBy }),
	};
}

const askedRow = (handoff: FixHandoff, now: Instant) =>
	writeRow(handoff, {
		type: 'fix.asked',
		at: now,
		discriminator: fixQuestionOf(handoff.fixing).key,
		data: {
			...fixQuestionOf(handoff.fixing).data,
			respondBy: handoff.fixing.respondBy,
			closesAt: handoff.fixing.closesAt,
			fixers: handoff.fixing.links.map(({ email }) => email),
		},
	});
