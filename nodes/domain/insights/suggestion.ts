/** What to do with a policy, as JSON for its document. */
export interface PolicyChange {
	policyId: string;
	/** Where in the policy, such as `requirements`. */
	place: string;
	action: 'add' | 'replace';
	/** What to paste there. */
	json: unknown;
}

/** One rule to change next, why, and what it would have done to the handoffs of the report. */
export interface Suggestion {
	kind: 'tighten' | 'relax' | 'exceptionIntoRule' | 'moveDeadline' | 'splitPolicy';
	policyId: string;
	/** What to do, in a sentence. */
	title: string;
	/** The figures it rests on. */
	evidence: string;
	change: PolicyChange;
	/** What it would have changed in the handoffs of this report. */
	backtest: string;
	/** Handoffs or submissions it is about: the more, the more it is worth. */
	weight: number;
}
