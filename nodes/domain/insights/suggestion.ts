import type { Rate } from './rate';

/** What to do with a policy, as JSON for its document. */
export interface PolicyChange {
	policyId: string;
	/** Where in the policy, such as `requirements`; empty for a policy of its own. */
	place: string;
	action: 'add' | 'replace';
	/** What to paste there. */
	json: unknown;
}

/** One count of a backtest. `atMost` when the ledger only bounds it. */
export interface BacktestFigure {
	label: string;
	rate: Rate;
	atMost?: true;
}

/** What a change would have done to the handoffs of the last quarter, as far as a ledger can know. */
export interface SuggestionBacktest {
	/** Handoffs that began at or after this instant. */
	since: string;
	/** The cases it was replayed on; below 10 there are no figures. */
	n: number;
	figures: BacktestFigure[];
	/** The same in a sentence or two, with what the ledger cannot tell. */
	text: string;
}

/** One thing to change next, why, and what it would have done to the handoffs of the last quarter. */
export interface Suggestion {
	kind:
		| 'tighten'
		| 'relax'
		| 'exceptionIntoRule'
		| 'stopWaiving'
		| 'moveDeadline'
		| 'splitPolicy'
		| 'requireAsked'
		| 'askForAnswers'
		| 'nameFields';
	policyId: string;
	/** What to do, in a sentence. */
	title: string;
	/** The figures it rests on. */
	evidence: string;
	/** What speaks against it, with its figures; empty when nothing does. */
	against: string;
	/** Absent where no setting of the policy holds it: then it is for the teams to agree. */
	change?: PolicyChange;
	backtest: SuggestionBacktest;
	/** Handoffs or submissions it is about: the more, the more it is worth. */
	weight: number;
	/** How likely the ledger would look like this if nothing were the matter: 0 to 1. */
	chance: number;
}

/** A thing that the report looked at. Each counts, whether anything comes of it or not. */
export interface Candidate {
	/** What it is about: of the candidates about one thing at most one is advised. */
	about: string;
	chance: number;
	/** The advice, where the figures are worth it. */
	advise?: () => Omit<Suggestion, 'chance'>;
}

/** Candidates about one field of a policy are about one thing, whatever they propose. */
export const aboutField = ({ policyId, field }: { policyId: string; field: string }): string =>
	JSON.stringify(['field', policyId, field]);
