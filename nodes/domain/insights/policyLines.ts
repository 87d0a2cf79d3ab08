import { inAlphabet } from './inAlphabet';
import { getOrStart } from './getOrStart';
import { rateOf, type Rate } from './rate';
import type { HandoffHistory } from './handoffHistory';
import { returnCostOf, type ReturnCost } from './returnCost';
import { countHandoff, startPolicy, type PolicyCounts } from './policyCounts';

/** How one field of the record fared under one policy. */
export interface FieldLine {
	policyId: string;
	field: string;
	/** Handoffs in which the gate found the field wanting / handoffs that the gate saw. */
	notMet: Rate;
	/** Returns that name the field. */
	returns: number;
	/** Returns that name the field / submissions in which the gate had passed it. */
	escapes: Rate;
	/** The reasons that came with those returns, the most frequent first. */
	reasons: string[];
}

/** How often one reason was given under one policy. */
export interface ReasonLine {
	policyId: string;
	code: string;
	label: string;
	/** Returns with this reason / all returns. */
	returns: Rate;
	/** Returns with this reason although the gate had found the record ready. */
	escapes: number;
	/** The fields that those returns name, the most frequent first. */
	fields: string[];
	/** What they cost. A return that gives several reasons counts with each. */
	cost: ReturnCost;
}

/** How often the returns under one policy do not say which field they are about. */
export interface UnnamedLine {
	policyId: string;
	/** Returns that name no field / all returns. */
	unnamed: Rate;
}

export interface PolicyTally {
	add(history: HandoffHistory): void;
	read(): {
		fields: FieldLine[];
		reasons: ReasonLine[];
		unnamedReturns: UnnamedLine[];
		/** What all returns cost together. */
		returnCost: ReturnCost;
	};
}

/** Counts fields and reasons, each by policy: a field means something else in another policy. */
export function startPolicyLines(): PolicyTally {
	const policies = new Map<string, PolicyCounts>();
	return {
		add(history) {
			countHandoff(getOrStart(policies, history.last.policyId, startPolicy), history);
		},
		read: () => {
			const known = byPolicyId(policies);
			return {
				fields: known.flatMap(([id, policy]) => fieldLinesOf(id, policy)),
				reasons: known.flatMap(([id, policy]) => reasonLinesOf(id, policy)),
				unnamedReturns: known.map(([policyId, { unnamed, returns }]) => ({
					policyId,
					unnamed: rateOf(unnamed, returns),
				})),
				returnCost: returnCostOf(known.flatMap(([, { costs }]) => costs)),
			};
		},
	};
}

const byPolicyId = (policies: ReadonlyMap<string, PolicyCounts>) =>
	[...policies].sort(([left], [right]) => inAlphabet(left, right));

const fieldLinesOf = (policyId: string, { seen, judged, fields }: PolicyCounts): FieldLine[] =>
	[...fields]
		.map(([field, { notMet, caught, returns, escapes, reasons }]) => ({
			policyId,
			field,
			notMet: rateOf(notMet, seen),
			returns,
			escapes: rateOf(escapes, judged - caught),
			reasons: mostFrequent(reasons),
		}))
		.sort(
			(left, right) =>
				right.returns - left.returns ||
				right.notMet.hits - left.notMet.hits ||
				inAlphabet(left.field, right.field),
		);

const reasonLinesOf = (policyId: string, { returns: all, reasons }: PolicyCounts): ReasonLine[] =>
	[...reasons]
		.map(([code, { label, returns, escapes, fields, costs }]) => ({
			policyId,
			code,
			label,
			returns: rateOf(returns, all),
			escapes,
			fields: mostFrequent(fields),
			cost: returnCostOf(costs),
		}))
		.sort(
			(left, right) => right.returns.hits - left.returns.hits || inAlphabet(left.code, right.code),
		);

const MOST_NAMED = 3;

const mostFrequent = (counts: ReadonlyMap<string, number>): string[] =>
	[...counts]
		.sort(([one, left], [other, right]) => right - left || inAlphabet(one, other))
		.slice(0, MOST_NAMED)
		.map(([key]) => key);
