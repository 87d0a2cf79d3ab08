import type { Instant } from '../base/instant';
import { findContradictions } from '../policy/contradictions';
import type { Policy, Requirement } from '../policy/policy';
import type { CompiledPolicy } from './compilePolicy';
import { evaluateReadiness } from './evaluateReadiness';
import { NO_RECORD_ID } from './recordIdFinding';
import { watchFields, type FieldWatch } from './watchFields';

/** How one requirement fared over all records. */
export interface Gap {
	requirementId: string;
	label: string;
	field: string;
	fixer: string;
	severity: 'blocker' | 'warning';
	unmet: number;
	/** Unmet in percent of all records, with one decimal. */
	unmetPercent: number;
	/** Records that nothing else held back: what would pass without this requirement. */
	alone: number;
}

export interface BacktestReport {
	policy: { id: string; name: string; version: string; digest: string };
	records: number;
	ready: number;
	readyPercent: number;
	/** Requirements that were not met somewhere, the most frequent first. */
	gaps: Gap[];
	/** What makes the policy doubtful: fields that no record holds, requirements that exclude others. */
	warnings: string[];
}

/** Holds a policy against many records; keeps counts only, whatever their number. */
export interface Backtest {
	add(record: unknown, at: Instant): void;
	/** @param more what else makes the result doubtful */
	report(more?: readonly string[]): BacktestReport;
}

interface Tally {
	unmet: number;
	alone: number;
}

interface Counts {
	records: number;
	ready: number;
	tallies: Map<string, Tally>;
	watch: FieldWatch;
}

/** Starts to find out how many records would have passed a policy, and what held the others back. */
export function startBacktest(compiled: CompiledPolicy): Backtest {
	const ids = [NO_RECORD_ID, ...compiled.policy.requirements.map(({ id }) => id)];
	const counts: Counts = {
		records: 0,
		ready: 0,
		tallies: new Map(ids.map((id) => [id, { unmet: 0, alone: 0 }])),
		watch: watchFields(compiled),
	};
	return {
		add: (record, at) => countRecord(compiled, counts, { record, at }),
		report: (more = []) => buildReport(compiled, counts, more),
	};
}

function countRecord(
	compiled: CompiledPolicy,
	counts: Counts,
	{ record, at }: { record: unknown; at: Instant },
): void {
	const { ready, findings } = evaluateReadiness(compiled, record, { now: at, mode: 'enforce' });
	counts.records += 1;
	if (ready) counts.ready += 1;
	const blockers = findings.filter(({ severity }) => severity === 'blocker');
	for (const finding of findings) {
		const tally = counts.tallies.get(finding.requirementId);
		if (tally === undefined) continue;
		tally.unmet += 1;
		if (blockers.length === 1 && blockers[0] === finding) tally.alone += 1;
	}
	counts.watch.look(record);
}

function buildReport(
	{ policy, digest }: CompiledPolicy,
	counts: Counts,
	more: readonly string[],
): BacktestReport {
	const { records, ready } = counts;
	return {
		policy: { id: policy.id, name: policy.name || policy.id, version: policy.version, digest },
		records,
		ready,
		readyPercent: percentOf(ready, records),
		gaps: findGaps(policy, counts),
		warnings: [...findContradictions(policy), ...counts.watch.absent(), ...more],
	};
}

const findGaps = (policy: Policy, { records, tallies }: Counts): Gap[] =>
	[recordId(policy), ...policy.requirements]
		.map(({ id, label, field, fixer, severity }): Gap => {
			const { unmet = 0, alone = 0 } = tallies.get(id) ?? {};
			const unmetPercent = percentOf(unmet, records);
			return { requirementId: id, label, field, fixer, severity, unmet, unmetPercent, alone };
		})
		.filter(({ unmet }) => unmet > 0)
		.sort((left, right) => right.unmet - left.unmet);

/** What every record needs before any requirement is asked. */
const recordId = ({
	record,
}: Policy): Pick<Requirement, 'id' | 'label' | 'field' | 'fixer' | 'severity'> => ({
	id: NO_RECORD_ID,
	label: 'Record id',
	field: record.id,
	fixer: 'builder',
	severity: 'blocker',
});

const percentOf = (count: number, total: number): number =>
	total === 0 ? 0 : Math.round((count / total) * 1000) / 10;
