import type { Policy } from '../../policy/policy';
import { moreThan, whichStand } from '../chance';
import type { Count } from '../countHistory';
import { getOrStart } from '../getOrStart';
import type { HandoffHistory } from '../handoffHistory';
import { openData } from '../../ledger/openData';
import { countHandoff, startPolicy, type PolicyCounts } from '../policyCounts';
import { rateOf } from '../rate';
import { requirementOf } from '../requirementOf';
import { escapeChance, isWorthTightening } from '../escapeRule';
import { compareFigure, type ComparedFigure } from './compareFigure';
import { firstVersionOf, type VersionChange } from './versions';

/** Advice to ask more of a field that a new version of the policy followed, and what came of it. */
export interface FollowedAdvice {
	policyId: string;
	field: string;
	/** The version in which the gate asks more of the field. */
	version: string;
	since: string;
	/** Handoffs in which the gate found the field wanting, before and since. */
	notMet: { before: Count; after: Count };
	/** Returned for the field although the gate had passed it: one figure. */
	figures: ComparedFigure[];
}

interface VersionCounts {
	counts: PolicyCounts;
	/** The requirements that were asked; only where a policy is at hand to look them up in. */
	checked: Set<string>;
}

/** From here on the gate stops a field more often than before. */
const TELLING = 0.05;

/**
 * Looks for advice that was followed. What a report would have advised before a version is worked
 * out from the handoffs of the version before it, by the rules of the advice itself: the field came
 * back so often that asking more of it stood. It was followed when the gate finds the field wanting
 * more often since, or asks for a requirement of it that was not asked before. Linear in the handoffs.
 */
export function startFollowed(policies: readonly Policy[]) {
	const versions = new Map<string, VersionCounts>();
	return {
		add(history: HandoffHistory) {
			const version = firstVersionOf(history);
			if (version === undefined) return;
			const key = keyOf(history.last.policyId, version);
			const line = getOrStart(versions, key, () => ({ counts: startPolicy(), checked: new Set() }));
			countHandoff(line.counts, history);
			if (policies.length === 0) return;
			for (const { event } of history.evaluations.values())
				for (const id of openData(event).checked ?? []) line.checked.add(id);
		},
		read: (changes: readonly VersionChange[]): FollowedAdvice[] =>
			changes.flatMap((change) => {
				const before = versions.get(keyOf(change.policyId, change.earlier));
				const after = versions.get(keyOf(change.policyId, change.version));
				if (before === undefined || after === undefined) return [];
				return advisedFields(before.counts)
					.map((field) => followedOf(change, { field, before, after }))
					.filter(({ field, notMet }) => {
						const known = requirementOf(policies, change.policyId, (each) => each.field === field);
						const asked = known !== undefined && isNew(known.id, { before, after });
						return asked || moreThan(notMet.after, notMet.before) <= TELLING;
					});
			}),
	};
}

const keyOf = (policyId: string, version: string): string => JSON.stringify([policyId, version]);

const isNew = (id: string, { before, after }: { before: VersionCounts; after: VersionCounts }) =>
	after.checked.has(id) && !before.checked.has(id);

const escapesOf = ({ fields, judged }: PolicyCounts, field: string): Count => {
	const { escapes = 0, caught = 0 } = fields.get(field) ?? {};
	return { hits: escapes, n: judged - caught };
};

const notMetOf = ({ fields, seen }: PolicyCounts, field: string): Count => ({
	hits: fields.get(field)?.notMet ?? 0,
	n: seen,
});

/** The fields of which a report of these handoffs would have advised to ask more. */
function advisedFields(counts: PolicyCounts): string[] {
	const looked = [...counts.fields.keys()].flatMap((field) => {
		const { hits, n } = escapesOf(counts, field);
		const escapes = rateOf(hits, n);
		return escapes.share === undefined ? [] : [{ field, escapes }];
	});
	const stands = whichStand(looked.map(({ escapes }) => escapeChance(escapes)));
	return looked
		.filter(({ escapes }, place) => stands[place] && isWorthTightening(escapes))
		.map(({ field }) => field);
}

function followedOf(
	{ policyId, version, since }: VersionChange,
	{ field, before, after }: { field: string; before: VersionCounts; after: VersionCounts },
): FollowedAdvice {
	return {
		...{ policyId, field, version, since },
		notMet: { before: notMetOf(before.counts, field), after: notMetOf(after.counts, field) },
		figures: [
			compareFigure('escapes', escapesOf(before.counts, field), escapesOf(after.counts, field)),
		],
	};
}
