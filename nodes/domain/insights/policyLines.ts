import { entry } from './entry';
import { rateOf, type Rate } from './rate';
import type { Story, Submission } from './story';

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
}

export interface PolicyTally {
	add(story: Story): void;
	readFields(): FieldLine[];
	readReasons(): ReasonLine[];
}

interface FieldCount {
	notMet: number;
	/** Ended submissions in which the gate had a finding on the field. */
	caught: number;
	returns: number;
	escapes: number;
	reasons: Map<string, number>;
}

interface ReasonCount {
	label: string;
	returns: number;
	escapes: number;
	fields: Map<string, number>;
}

interface PolicyCounts {
	seen: number;
	/** Ended submissions of which the verdict is known. */
	judged: number;
	returns: number;
	fields: Map<string, FieldCount>;
	reasons: Map<string, ReasonCount>;
}

const startPolicy = (): PolicyCounts => ({
	seen: 0,
	judged: 0,
	returns: 0,
	fields: new Map(),
	reasons: new Map(),
});

const startField = (): FieldCount => ({
	notMet: 0,
	caught: 0,
	returns: 0,
	escapes: 0,
	reasons: new Map(),
});

/** Counts fields and reasons, each by policy: a field means something else in another policy. */
export function startPolicyLines(): PolicyTally {
	const policies = new Map<string, PolicyCounts>();
	return {
		add(story) {
			const policy = entry(policies, story.last.policyId, startPolicy);
			if (story.looks.size > 0) policy.seen += 1;
			const wanting = new Set([...story.looks.values()].flatMap(({ fields }) => fields));
			for (const field of wanting) entry(policy.fields, field, startField).notMet += 1;
			for (const submission of story.submissions.values()) countSubmission(policy, submission);
		},
		readFields: () =>
			[...policies].flatMap(([policyId, policy]) => describeFields(policyId, policy)),
		readReasons: () =>
			[...policies].flatMap(([policyId, policy]) => describeReasons(policyId, policy)),
	};
}

function countSubmission(policy: PolicyCounts, submission: Submission): void {
	const { outcome, look } = submission;
	if (outcome === 'open') return;
	if (look !== undefined) {
		policy.judged += 1;
		for (const field of new Set(look.fields)) {
			entry(policy.fields, field, startField).caught += 1;
		}
	}
	if (outcome === 'returned') countReturn(policy, submission);
}

function countReturn(policy: PolicyCounts, { reasons, decision, look }: Submission): void {
	policy.returns += 1;
	const named = new Set(decision?.fields);
	for (const { field } of reasons) if (field !== undefined) named.add(field);
	for (const field of named) {
		const line = entry(policy.fields, field, startField);
		line.returns += 1;
		if (look !== undefined && !look.fields.includes(field)) line.escapes += 1;
		for (const reason of reasons) {
			if (reason.field === field) increase(line.reasons, reason.label);
		}
	}
	for (const { code, label, field } of reasons) {
		const line = entry(policy.reasons, code, () => startReason(label));
		line.returns += 1;
		if (look?.ready === true) line.escapes += 1;
		if (field !== undefined) increase(line.fields, field);
	}
}

const startReason = (label: string): ReasonCount => ({
	label,
	returns: 0,
	escapes: 0,
	fields: new Map(),
});

const describeFields = (policyId: string, { seen, judged, fields }: PolicyCounts): FieldLine[] =>
	[...fields]
		.map(([field, { notMet, caught, returns, escapes, reasons }]) => ({
			policyId,
			field,
			notMet: rateOf(notMet, seen),
			returns,
			escapes: rateOf(escapes, judged - caught),
			reasons: mostFrequent(reasons),
		}))
		.sort((left, right) => right.returns - left.returns || right.notMet.hits - left.notMet.hits);

const describeReasons = (policyId: string, { returns: all, reasons }: PolicyCounts): ReasonLine[] =>
	[...reasons]
		.map(([code, { label, returns, escapes, fields }]) => ({
			policyId,
			code,
			label,
			returns: rateOf(returns, all),
			escapes,
			fields: mostFrequent(fields),
		}))
		.sort((left, right) => right.returns.hits - left.returns.hits);

const increase = (counts: Map<string, number>, key: string): void => {
	counts.set(key, (counts.get(key) ?? 0) + 1);
};

const MOST_NAMED = 3;

const mostFrequent = (counts: ReadonlyMap<string, number>): string[] =>
	[...counts]
		.sort(([, left], [, right]) => right - left)
		.slice(0, MOST_NAMED)
		.map(([key]) => key);
