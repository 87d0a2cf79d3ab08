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

/** One rule to change next, why, and what it would have done to the handoffs of the last quarter. */
export interface Suggestion {
	kind: 'tighten' | 'relax' | 'exceptionIntoRule' | 'moveDeadline' | 'splitPolicy';
	policyId: string;
	/** What to do, in a sentence. */
	title: string;
	/** The figures it rests on. */
	evidence: string;
	change: PolicyChange;
	backtest: SuggestionBacktest;
	/** Handoffs or submissions it is about: the more, the more it is worth. */
	weight: number;
}
