import type { Instant } from '../base/instant';
import { sameAddress } from '../base/emailAddress';
import type { Person } from '../base/message';
import { grantException, refuseException } from '../exceptions/answerException';
import { askException } from '../exceptions/askException';
import { waivableGap } from '../exceptions/waivableGap';
import type { AskedException, WantedException } from '../handoff/exception';
import type { Approval, SentChanges } from '../handoff/fixing';
import type { LedgerRow } from '../handoff/row';
import { fixLinkFor, type SignLink } from '../handoff/signedLinks';
import { sealHandoff } from '../ledger/sealHandoff';
import { standingOf } from '../life/standing';
import { fixAnswered, fixNotWritten, fixReminded } from './fixRows';
import type { FixHandoff } from './gaps';
import { hasAsked } from '../life/exceptions';
import { exceptionRowsAmong, isApprover, keptExceptions } from './pendingExceptions';

/** What has happened since the node ran last. */
export interface FixNews {
	/** The milestones whose messages have gone out. */
	firedMilestones: string[];
	received?: SentChanges;
	/** What an approver decided. */
	approval?: Approval;
	/** What the system said that did not take what was sent last. */
	failure?: { sent: SentChanges; error: string };
}

/** What the ledger says, and how its next rows are written. */
export interface FixStep {
	/** Rows of the handoff in the ledger; undefined when none is kept. */
	rows: readonly unknown[] | undefined;
	now: Instant;
	/** Seals rows, if they are sealed. */
	key: string | undefined;
	sign: SignLink;
}

/** What was recorded, and what of it somebody has to hear of, or act on. */
export interface TakenNews {
	handoff: FixHandoff;
	rows: LedgerRow[];
	/** Values that are to be written. */
	sent?: SentChanges;
	/** Exceptions that are asked for now. */
	asked: AskedException[];
	/** Whether an exception was granted, so that the record is to be judged anew. */
	granted: boolean;
}

/** Records what has happened to a request that is out. */
export function recordFixNews(open: FixHandoff, news: FixNews, step: FixStep): TakenNews {
	const taken: TakenNews = { handoff: upToDate(open, step), rows: [], asked: [], granted: false };
	const take = (next: FixHandoff): void => noteRow(taken, sealHandoff(next, step.key));
	for (const milestone of open.fixing.milestones) {
		const { id } = milestone;
		if (open.fixing.firedMilestones.includes(id) || !news.firedMilestones.includes(id)) continue;
		take(fixReminded(taken.handoff, milestone, step.now));
	}
	const { failure, received, approval } = news;
	if (failure !== undefined) take(fixNotWritten(taken.handoff, { ...failure, at: step.now }));
	if (received !== undefined && received.changes.length > 0 && !isKnown(open, received)) {
		take(fixAnswered(taken.handoff, received));
		taken.sent = received;
	}
	if (received !== undefined) askForExceptions(taken, received, step);
	if (approval !== undefined) answer(taken, approval, step);
	return taken;
}

/** What may not be asked for any more, as when somebody else has asked meanwhile, is passed over. */
function askForExceptions(taken: TakenNews, { exceptions, by }: SentChanges, step: FixStep): void {
	for (const exception of exceptions) {
		const wanted = { ...exception, by };
		if (!mayBeAsked(taken.handoff, wanted)) continue;
		const { handoff, asked } = askException(taken.handoff, wanted, known(taken, step));
		taken.asked.push(asked);
		noteRow(taken, handoff);
	}
}

/** An asking that was recorded before the execution died is told once more. */
function mayBeAsked(handoff: FixHandoff, { by, ...wanted }: WantedException & { by: Person }) {
	const { requirementId } = wanted;
	const kept = keptExceptions(handoff).find((one) => one.requirementId === requirementId);
	const { asked } = kept ?? {};
	if (asked !== undefined) {
		const isSame = asked.reason === wanted.reason && asked.expiresAt === wanted.until;
		return isSame && sameAddress(asked.by.email, by.email);
	}
	return waivableGap(handoff.agreed.exceptions, wanted, { asker: by.email, kept }).may;
}

/** The first answer counts, and who asks never grants: any other is passed over. */
function answer(taken: TakenNews, approval: Approval, step: FixStep): void {
	const { requirementId, times, by, until, reason = '' } = approval;
	const kept = keptExceptions(taken.handoff).find((one) => one.requirementId === requirementId);
	const asked = kept?.asked;
	if (kept === undefined || asked === undefined || asked.times !== times) return;
	if (!isApprover(asked, by.email) || hasAsked(kept, by.email)) return;
	const knownNow = known(taken, step);
	if (until === undefined) {
		noteRow(taken, refuseException(taken.handoff, asked, { ...knownNow, by, reason }));
		return;
	}
	noteRow(taken, grantException(taken.handoff, asked, { ...knownNow, by, until }).handoff);
	taken.granted = true;
}

const known = ({ handoff }: TakenNews, { now, key }: FixStep) => ({
	rows: handoff.fixing.exceptionRows,
	now,
	key,
});

/** Goes on with a handoff and its newest row, if the step had one. */
function noteRow(taken: TakenNews, { event, ...handoff }: FixHandoff): void {
	const { fixing } = handoff;
	const rows = event === undefined ? [] : [event];
	const exceptionRows = [...fixing.exceptionRows, ...exceptionRowsAmong(rows)];
	taken.handoff = { ...handoff, fixing: { ...fixing, exceptionRows } };
	taken.rows.push(...rows);
}

const isKnown = ({ fixing }: FixHandoff, { at, by }: SentChanges): boolean =>
	fixing.changes.some((change) => change.at === at && change.by.email === by.email);

/**
 * With what the ledger knows, and with links of this execution: an execution that n8n retries has
 * another number.
 */
function upToDate(handoff: FixHandoff, { rows, sign }: FixStep): FixHandoff {
	const { fixing, id } = handoff;
	const links = fixing.links.map((link) => ({ ...link, url: fixLinkFor(sign, link.email) }));
	const exceptionRows = rows === undefined ? fixing.exceptionRows : exceptionRowsAmong(rows);
	const seal = rows === undefined ? (handoff.seal ?? '') : standingOf(rows, id).seal;
	return {
		...handoff,
		fixing: { ...fixing, links, exceptionRows },
		...(seal === '' ? {} : { seal }),
	};
}
