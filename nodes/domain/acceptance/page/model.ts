import type { Finding, Proposal } from '../../handoff/verdict';
import type { Shortfall } from '../../wording/formatFinding';
import type { Instant } from '../../base/instant';
import type { ControlledField } from '../../handoff/control';
import type { TypedCorrection } from '../../handoff/correction';
import type { Showing } from '../../handoff/showing';
import type { FormBasis } from '../../page/model';
import type { ShownQuestion } from './questionSections';
import type { TypedDecision } from '../formTerms';
import type { ChecklistItem, ReturnReason } from '../../handoff/terms';

/** A proposal with its value as text. */
export type ShownProposal = Omit<Proposal, 'value'> & { label: string; value: string };

/** What is different from an earlier attempt, in the words of the policy. */
export interface ShownChanges {
	attempt: number;
	changed: boolean;
	fixed: readonly string[];
	stillOpen: readonly string[];
	newlyOpen: readonly string[];
}

/** A line of the packet, and who corrected which value of it. */
export interface ShownEntry {
	label: string;
	value: string;
	/** Where the value is an address. */
	link?: { label: string; url: string };
	corrected?: { name: string; from: string };
}

/** One correction, and how its values are shown. */
export type ShownCorrection = Pick<TypedCorrection, 'label' | 'from' | 'to'> & { shown?: Showing };

/** What corrections make of a handoff, once somebody has asked. */
export interface ShownCorrections {
	corrections: readonly ShownCorrection[];
	ready: boolean;
	/** What stays open. */
	open: readonly Shortfall[];
}

/** Everything that the decision page of one receiver shows. */
export interface DecisionPageModel extends FormBasis {
	recordUrl: string;
	recordSystem: string;
	senderName: string;
	reader: { name: string; email: string };
	policy: { name: string; version: string };
	attempt: number;
	respondBy: Instant;
	now: Instant;
	packet: readonly ShownEntry[];
	findings: readonly Finding[];
	proposals: readonly ShownProposal[];
	changes?: ShownChanges;
	checklist: readonly ChecklistItem[];
	returnReasons: readonly ReturnReason[];
	fields: readonly { field: string; label: string }[];
	history: readonly { at: Instant; text: string }[];
	/** What the form asks for besides the name. */
	asks: { password: boolean; code: boolean };
	/** The fields whose value may be corrected, as they stand now. */
	correctable: readonly ControlledField[];
	corrected?: ShownCorrections;
	/** Whether the question may be handed on. */
	mayForward: boolean;
	/** What was asked so far, and how many questions are left; undefined where none can be asked. */
	questions: readonly ShownQuestion[];
	questionsLeft: number | undefined;
	/** How many people must accept, and how many have. */
	votes: { needed: number; count: number; inTurn?: boolean };
	/** Sent back with the form: which request the page was made for. */
	round: number;
	nonce: string;
	/** After a refused form: what had been entered. */
	typed?: TypedDecision;
}

/** What a page says when there is nothing to decide, or nothing any more. */
export type Closing =
	| { kind: 'accepted'; corrected?: ShownCorrections }
	| { kind: 'returned' }
	| { kind: 'already'; by?: { name: string; decision: 'accepted' | 'returned'; at: Instant } }
	| { kind: 'forwarded'; name: string }
	| { kind: 'voted'; needed: number; count: number }
	| { kind: 'asked'; name: string; due: Instant }
	| { kind: 'answerLate'; name: string }
	| { kind: 'answered' | 'alreadyAnswered' }
	| { kind: 'busy' | 'notYet' | 'closed' | 'notReceiver' | 'unreadable' };
