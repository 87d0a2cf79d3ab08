import type { Handoff } from '../handoff/envelope';
import { formatInstant, type Instant } from '../base/instant';
import { writeRow } from '../ledger/writeRow';
import { HandoffProblem } from '../base/problem';
import type { Clock } from '../time/clock';
import { passBall } from '../handoff/turns';
import type { AskedHandoff } from '../handoff/askedHandoff';
import { normalise } from '../base/emailAddress';
import type { ReceiverPerson } from '../handoff/receiverPerson';
import { fingerprintOf, questionOf } from './questionOf';
import { planReminders } from './reminders';
import type { AcceptanceRequest, ReceiverLink } from '../handoff/request';

export interface RequestTerms {
	/** Who may decide; each gets a link of their own. */
	receivers: readonly ReceiverPerson[];
	/** Until when, and the moments on the way there. */
	clock: Clock;
	/** 1 for the first request of a handoff in this execution, then 2, 3 … */
	round: number;
	now: Instant;
	/** How many of the receivers must accept; all of them when there are fewer. */
	acceptancesNeeded?: number;
	/** Whether they are asked one after the other, in the order in which they are named. */
	inTurn?: boolean;
	/** Who asks, as the holder of the claim, when the ledger is kept. */
	askedBy?: string;
	/** Signs the receiver and the round into a link. */
	signLink: (receiver: ReceiverPerson, round: number) => string;
}

/**
 * Puts the question before the receiving team: the envelope with its request, the ball with the
 * receiver, and the ledger row `handoff.requested`.
 *
 * @throws HandoffProblem when there is nobody who may decide: no receiver at all, or only the
 * sender, who cannot accept their own handoff
 */
export function openRequest(handoff: Handoff, terms: RequestTerms): AskedHandoff {
	const receivers = eligibleReceivers(handoff, terms.receivers);
	const request = buildRequest(handoff, { ...terms, receivers });
	const requested: AskedHandoff = {
		...handoff,
		decision: undefined,
		outcome: undefined,
		receiver: { ...handoff.receiver, people: receivers },
		ballWith: 'receiver',
		turns: passBall(handoff.turns, 'receiver', terms.now),
		request,
	};
	return { ...requested, event: requestedRow(requested, request, terms.now) };
}

/** Everybody who was named and is not the sender, once each. */
export function eligibleReceivers(
	handoff: Handoff,
	named: readonly ReceiverPerson[],
): ReceiverPerson[] {
	if (named.length === 0) {
		const { team } = handoff.receiver;
		const those = team.trim() === '' ? 'the receiving team' : `the team “${team}”`;
		throw new HandoffProblem(
			`Nobody of ${those} is named to receive “${handoff.record.title}”`,
			'Add at least one person with name and e-mail to “receiver.people” of the policy, or to “Receivers” of this node.',
		);
	}
	const sender = normalise(handoff.sender.email ?? '');
	const others = new Map(
		named
			.map((person) => [normalise(person.email), person] as const)
			.filter(([to]) => to !== sender),
	);
	if (others.size > 0) return [...others.values()];
	throw new HandoffProblem(
		`The only receiver of “${handoff.record.title}” is its sender (${handoff.sender.email ?? ''})`,
		'Name somebody of the receiving team: a sender cannot accept their own handoff.',
	);
}

function buildRequest(handoff: Handoff, terms: RequestTerms): AcceptanceRequest {
	const { clock, round, now } = terms;
	const { checklist, returnReasons } = handoff.agreed.acceptance;
	return {
		round,
		requestedAt: formatInstant(now),
		respondBy: clock.deadline,
		closesAt: clock.milestones.at(-1)?.dueAt ?? clock.deadline,
		timezone: clock.calendar.timezone,
		checklist,
		returnReasons,
		links: terms.receivers.map((person) => ({
			...readerOf(person, handoff),
			url: terms.signLink(person, round),
		})),
		milestones: planReminders(clock.milestones, terms.receivers, handoff.agreed.calendars),
		firedMilestones: [],
		forwards: [],
		questions: [],
		acceptancesNeeded: Math.min(terms.acceptancesNeeded ?? 1, terms.receivers.length),
		...(terms.inTurn === true ? { inTurn: terms.receivers.map(({ email }) => email) } : {}),
		votes: [],
		...(terms.askedBy === undefined ? {} : { askedBy: terms.askedBy }),
	};
}

/** Who reads the page and in which language and zone; the calendar of a person tells their zone. */
function readerOf(
	{ name, email, language, timezone, calendar = '' }: ReceiverPerson,
	{ agreed: { calendars } }: Handoff,
): Omit<ReceiverLink, 'url'> {
	const own = Object.hasOwn(calendars, calendar) ? calendars[calendar]?.timezone : undefined;
	const zone = timezone ?? own;
	return {
		name,
		email,
		...(language === undefined ? {} : { language }),
		...(zone === undefined ? {} : { timezone: zone }),
	};
}

const requestedRow = (handoff: Handoff, request: AcceptanceRequest, now: Instant) =>
	writeRow(handoff, {
		type: 'handoff.requested',
		at: now,
		discriminator: String(request.round),
		data: {
			...questionOf(request),
			...(request.askedBy === undefined ? {} : { fingerprint: fingerprintOf(handoff) }),
			respondBy: request.respondBy,
			closesAt: request.closesAt,
			receivers: request.links.map(({ email }) => email),
			acceptancesNeeded: request.acceptancesNeeded,
			...(request.inTurn === undefined ? {} : { inTurn: true }),
		},
	});
