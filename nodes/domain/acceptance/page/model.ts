import type { Finding, Proposal } from '../../handoff/verdict';
import type { Shortfall } from '../../wording/formatFinding';
import type { Instant } from '../../base/instant';
import type { CorrectableField, TypedCorrection } from '../../handoff/correction';
import type { Showing } from '../../handoff/showing';
import type { FormError, TypedDecision } from '../formTerms';
import type { ChecklistItem, ReturnReason } from '../../handoff/terms';
import type { Wording } from '../../language/wording';

/** How the pages look, as far as a team may choose. */
export interface Branding {
	/** `#rrggbb`; darkened or lightened where it could not be read. */
	accent?: string;
	/** A `data:image/…` address; any other is left out, as the page loads nothing. */
	logo?: string;
}

/** What every page needs. All texts are plain: escaping is the page's work. */
export interface PageBasis {
	title: string;
	senderTeam: string;
	receiverTeam: string;
	wording: Wording;
	branding: Branding;
	/** IANA name of the zone in which times are said. */
	timezone: string;
}

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
export interface DecisionPageModel extends PageBasis {
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
	correctable: ReadonlyArray<CorrectableField & { shown?: Showing }>;
	corrected?: ShownCorrections;
	/** Whether the question may be handed on. */
	mayForward: boolean;
	/** How many people must accept, and how many have. */
	votes: { needed: number; count: number; inTurn?: boolean };
	/** Sent back with the form: which request the page was made for. */
	round: number;
	nonce: string;
	/** After a refused form: what to mend, and what had been entered. */
	errors: readonly FormError[];
	typed?: TypedDecision;
}

/** What a page says when there is nothing to decide, or nothing any more. */
export type Closing =
	| { kind: 'accepted'; corrected?: ShownCorrections }
	| { kind: 'returned' }
	| { kind: 'already'; by?: { name: string; decision: 'accepted' | 'returned'; at: Instant } }
	| { kind: 'forwarded'; name: string }
	| { kind: 'voted'; needed: number; count: number }
	| { kind: 'busy' | 'notYet' | 'closed' | 'notReceiver' | 'unreadable' };

/** A page ready to be sent. */
export interface Page {
	status: number;
	headers: Readonly<Record<string, string>>;
	html: string;
}
