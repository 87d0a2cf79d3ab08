import type { Instant } from '../base/instant';
import type { Person } from '../base/message';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Decision, Forward } from '../handoff/decision';
import type { Handoff } from '../handoff/envelope';
import type { AskedQuestion, QuestionAnswer } from '../handoff/askedQuestion';
import type { Clock } from '../time/clock';
import type { Moment } from './asking/moments';
import type { LedgerRow } from '../handoff/row';
import type { AskedRequest } from './envelopes';
import type { SignLink } from '../handoff/signedLinks';

/** A question that is out, and whom it concerns besides the receivers. */
export type OpenQuestion = AskedRequest & {
	escalateTo: Person[];
	/** By which it was put, as it was then. */
	clock: Clock;
};

/** What has happened since the node ran last. */
export interface News {
	/** The milestones whose messages have gone out. */
	firedMilestones: readonly string[];
	decision?: Decision;
	forward?: Forward;
	question?: AskedQuestion;
	answer?: QuestionAnswer;
	/** The questions as they were when the last message went out: what was told of them by a timer. */
	questions?: readonly AskedQuestion[];
}

/** What the ledger says, and how its next rows are written. */
export interface LedgerView {
	rows: readonly unknown[];
	now: Instant;
	/** Seals rows, if they are sealed. */
	key: string | undefined;
	sign: SignLink;
}

/** What became of a question. */
export interface SettledQuestion {
	handoff: AskedHandoff;
	/** To be in the ledger before anything leaves. */
	rows: LedgerRow[];
	then:
		| { wait: Moment }
		| { leavesBy: 'accepted' | 'returned' | 'noDecision'; envelope: Handoff }
		/** To be told by Notify; when it has come back, the question is over, or goes on. */
		| { tell: Handoff[]; isOver: boolean };
}
