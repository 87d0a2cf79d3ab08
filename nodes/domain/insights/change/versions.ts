import { formatInstant, type Instant } from '../../base/instant';
import { firstPassOf, type Count } from '../countHistory';
import { getOrStart } from '../getOrStart';
import type { HandoffHistory } from '../handoffHistory';
import { QUARTER } from '../replay/replay';
import { compareFigure, type ComparedFigure } from './compareFigure';

/** A policy in a new version: how its handoffs fared before it and after it. */
export interface VersionChange {
	policyId: string;
	version: string;
	/** The version before it. */
	earlier: string;
	/** When the first handoff began that the new version judged. */
	since: string;
	/** Of the handoffs that began in the quarter before that, and in the quarter after. */
	figures: ComparedFigure[];
}

/** By which version of which policy the gate first judged a handoff; undefined when it never did. */
export function firstVersionOf({ evaluations, last }: HandoffHistory): string | undefined {
	const [first] = evaluations.values();
	return first?.event.policyId === last.policyId ? first.event.policyVersion : undefined;
}

/** A handoff as far as versions are compared by it. */
interface Sample {
	at: Instant;
	first: boolean | undefined;
	returned: number;
	ended: number;
}

interface VersionSamples {
	version: string;
	firstAt: Instant;
	samples: Sample[];
}

/** More than these are no versions that people agreed, but one for each record. */
const MOST_CHANGES = 20;

/**
 * Compares each version of a policy with the one before it. A handoff belongs to the version that
 * judged it first, whatever judged it later. Linear in the handoffs.
 */
export function startVersions() {
	const policies = new Map<string, Map<string, VersionSamples>>();
	return {
		add(history: HandoffHistory) {
			const version = firstVersionOf(history);
			if (version === undefined) return;
			const { firstAt } = history;
			const versions = getOrStart(policies, history.last.policyId, () => new Map());
			const line = getOrStart(versions, version, () => ({ version, firstAt, samples: [] }));
			line.firstAt = Math.min(line.firstAt, firstAt);
			line.samples.push(sampleOf(history));
		},
		/** The newest changes at or after an instant, the earliest of them first. */
		read: (since: Instant): VersionChange[] =>
			[...policies]
				.flatMap(([policyId, versions]) => changesOf(policyId, [...versions.values()]))
				.filter((change) => Date.parse(change.since) >= since)
				.sort((left, right) => Date.parse(left.since) - Date.parse(right.since))
				.slice(-MOST_CHANGES),
	};
}

function sampleOf(history: HandoffHistory): Sample {
	const ends = [...history.submissions.values()].map(({ outcome }) => outcome);
	return {
		at: history.firstAt,
		first: firstPassOf(history),
		returned: ends.filter((outcome) => outcome === 'returned').length,
		ended: ends.filter((outcome) => outcome !== 'open').length,
	};
}

function changesOf(policyId: string, versions: VersionSamples[]): VersionChange[] {
	const inOrder = versions.sort((left, right) => left.firstAt - right.firstAt);
	return inOrder.slice(1).flatMap(({ version, firstAt, samples }, place) => {
		const earlier = inOrder[place];
		if (earlier === undefined) return [];
		const before = earlier.samples.filter(({ at }) => at < firstAt && at >= firstAt - QUARTER);
		const after = samples.filter(({ at }) => at < firstAt + QUARTER);
		const figures = [
			compareFigure('firstPass', firstPasses(before), firstPasses(after)),
			compareFigure('returned', returnsOf(before), returnsOf(after)),
		];
		const since = formatInstant(firstAt);
		return [{ policyId, version, earlier: earlier.version, since, figures }];
	});
}

function firstPasses(samples: readonly Sample[]): Count {
	const ended = samples.filter(({ first }) => first !== undefined);
	return { hits: ended.filter(({ first }) => first).length, n: ended.length };
}

const returnsOf = (samples: readonly Sample[]): Count => ({
	hits: samples.reduce((sum, { returned }) => sum + returned, 0),
	n: samples.reduce((sum, { ended }) => sum + ended, 0),
});
