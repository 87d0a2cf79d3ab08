import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { SentChanges } from '../handoff/fixing';
import type { RequestMilestone } from '../handoff/request';
import type { LedgerRow } from '../handoff/row';
import { fixLinkFor, type SignLink } from '../handoff/signedLinks';
import { sealHandoff } from '../ledger/sealHandoff';
import { standingOf } from '../life/standing';
import {
	fixEnvelope,
	fixFailures,
	fixLocale,
	fixRests,
	nextFixMilestone,
	type AskedFix,
} from './fixEnvelopes';
import { fixExpiredDocument } from './fixOutcomes';
import { fixAnswered, fixNotWritten, fixReminded, fixUnanswered } from './fixRows';
import { gapsLeft, type FixHandoff } from './gaps';

/** What has happened since the node ran last. */
export interface FixNews {
	/** The milestones whose messages have gone out. */
	firedMilestones: string[];
	received?: SentChanges;
	/** What the system said that did not take what was sent last. */
	failure?: { sent: SentChanges; error: string };
}

interface FixStep {
	/** Rows of the handoff in the ledger; undefined when none is kept. */
	rows: readonly unknown[] | undefined;
	now: Instant;
	/** Seals rows, if they are sealed. */
	key: string | undefined;
	sign: SignLink;
}

/** What becomes of a request to the fixers each time its execution goes on. */
export interface SettledFix {
	handoff: FixHandoff;
	/** To be in the ledger before anything leaves. */
	rows: LedgerRow[];
	then:
		| { wait: RequestMilestone }
		/** What leaves by each output; nothing at all when nothing is asked any more. */
		| { changed?: Handoff; notify: Handoff[]; noAnswer?: Handoff; isOver: boolean };
}

/**
 * Records what has happened, and says what follows: what was sent goes on to be written, those who
 * have something left are told and waited for, and who sent what could not be written is asked again.
 */
export function settleFix(asked: AskedFix, news: FixNews, step: FixStep): SettledFix {
	const taken = recordFixNews(asked, news, step);
	const current: AskedFix = { ...asked, handoff: stillAsked(taken.handoff, step) };
	const { handoff } = current;
	const over = gapsLeft(handoff).length === 0;
	const settled = (then: SettledFix['then']): SettledFix => ({ handoff, rows: taken.rows, then });
	if (taken.sent !== undefined) {
		const notify = over ? [] : fixRests(current, taken.sent);
		return settled({ changed: changedEnvelope(handoff, taken.sent), notify, isOver: over });
	}
	if (news.failure !== undefined) {
		const { sent, error } = news.failure;
		return settled({ notify: fixFailures(current, sent, error), isOver: false });
	}
	if (over) return settled({ notify: [], isOver: true });
	const milestone = nextFixMilestone(current);
	if (milestone !== undefined) return settled({ wait: milestone });
	return expire(current, taken.rows, step);
}

function recordFixNews(
	{ handoff: open }: AskedFix,
	{ firedMilestones, received, failure }: FixNews,
	{ now, key, sign, rows }: FixStep,
): { handoff: FixHandoff; rows: LedgerRow[]; sent?: SentChanges } {
	const taken: { handoff: FixHandoff; rows: LedgerRow[]; sent?: SentChanges } = {
		handoff: withLinks(open, sign, sealIn(rows, open)),
		rows: [],
	};
	const take = (next: FixHandoff): void => {
		taken.handoff = sealHandoff(next, key);
		if (taken.handoff.event !== undefined) taken.rows.push(taken.handoff.event);
	};
	for (const milestone of open.fixing.milestones) {
		const { id } = milestone;
		if (open.fixing.firedMilestones.includes(id) || !firedMilestones.includes(id)) continue;
		take(fixReminded(taken.handoff, milestone, now));
	}
	if (failure !== undefined) take(fixNotWritten(taken.handoff, { ...failure, at: now }));
	if (received !== undefined && !isKnown(open, received)) {
		take(fixAnswered(taken.handoff, received));
		taken.sent = received;
	}
	return taken;
}

const isKnown = ({ fixing }: FixHandoff, { at, by }: SentChanges): boolean =>
	fixing.changes.some((change) => change.at === at && change.by.email === by.email);

const sealIn = (rows: FixStep['rows'], { id, seal = '' }: Handoff): string =>
	rows === undefined ? seal : standingOf(rows, id).seal;

/** With links of this execution: an execution that n8n retries has another number. */
function withLinks(handoff: FixHandoff, sign: SignLink, seal: string): FixHandoff {
	const { fixing } = handoff;
	const links = fixing.links.map((link) => ({
		...link,
		url: fixLinkFor(sign, link.email),
	}));
	return { ...handoff, fixing: { ...fixing, links }, ...(seal === '' ? {} : { seal }) };
}

/**
 * The request without what has been settled elsewhere, as by an edit in the system itself or a granted
 * exception: the ledger knows what was open when the record was judged last.
 */
function stillAsked(handoff: FixHandoff, { rows }: FixStep): FixHandoff {
	if (rows === undefined) return handoff;
	const { step, attempt, open } = standingOf(rows, handoff.id);
	if (attempt < handoff.attempt || step === 'new') return handoff;
	const gaps = step === 'incomplete' ? handoff.fixing.gaps.filter((gap) => open.includes(gap)) : [];
	return { ...handoff, fixing: { ...handoff.fixing, gaps } };
}

/** What was sent by one person at one time, to be written to the record. */
const changedEnvelope = (handoff: FixHandoff, { changes }: SentChanges): Handoff => ({
	...handoff,
	fixing: { ...handoff.fixing, links: [], changes },
	message: undefined,
});

/** Nobody answered in time: it stays with the sender, and those who are responsible are told. */
function expire(asked: AskedFix, before: LedgerRow[], { now, key }: FixStep): SettledFix {
	const gaps = gapsLeft(asked.handoff).map(({ requirementId }) => requirementId);
	const handoff = sealHandoff(fixUnanswered(asked.handoff, gaps, now), key);
	const document = fixExpiredDocument(handoff, asked.escalateTo, fixLocale(asked));
	const event = handoff.event === undefined ? [] : [handoff.event];
	return {
		handoff,
		rows: [...before, ...event],
		then: {
			notify: [],
			noAnswer: { ...fixEnvelope(handoff, document), event: handoff.event },
			isOver: true,
		},
	};
}
