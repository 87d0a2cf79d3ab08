import { z } from 'zod';
import { formatInstant, type Instant } from '../base/instant';
import { findingSchema, type Verdict } from '../handoff/verdict';
import type { Handoff } from '../handoff/envelope';
import type { Step } from '../life/steps';
import { evaluateReadiness, openFindings } from '../readiness/evaluateReadiness';
import type { Resting } from './settle';
import type { Taken } from './takeStep';

/** One status for each state in which a record can be after it was looked at. */
export const answerStatusSchema = z.enum([
	/** Nothing is missing: the receiving team is asked. */
	'ready',
	/** Something is missing; `findings` say what. */
	'notReady',
	/** The question is with the receiving team. */
	'asked',
	/** Nobody answered until the last milestone. */
	'noDecision',
	'returned',
	/** Accepted, and being set up. */
	'accepted',
	/** Accepted and set up. */
	'done',
	/** It was under way, and is not to be handed over any more. */
	'withdrawn',
	/** By the policy it is not to be handed over. */
	'notToHandOver',
	/** Another run is at this record; what it finds is not known yet. */
	'busy',
]);
type AnswerStatus = z.infer<typeof answerStatusSchema>;

const toldFindingSchema = findingSchema.pick({
	requirementId: true,
	label: true,
	field: true,
	severity: true,
	seen: true,
	expected: true,
	shortfall: true,
	fixer: true,
	howToFix: true,
	fixUrl: true,
});

/** What the system that sent a record is told at once; all of it is plain JSON. */
export const answerSchema = z.object({
	status: answerStatusSchema,
	/** Whether the record, as it came, has all that the policy asks for. */
	ready: z.boolean(),
	/** Whether this record changed nothing: nobody is asked or told because of it. */
	nothingNew: z.boolean(),
	recordId: z.string(),
	handoffId: z.string(),
	/** 0 for a record that was never judged. */
	attempt: z.number().int().nonnegative(),
	/** The labels of the findings in one text, for systems that take no lists. */
	missing: z.string(),
	findings: z.array(toldFindingSchema),
	/** From when on looking at it again may do something, although nothing in it has changed. */
	lookAgainAt: z.string().optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** What is told of a record about which something is done now. */
export function answerStep({ lane, handoff }: Pick<Taken, 'lane' | 'handoff'>): Answer {
	const { verdict, record, id, attempt } = handoff;
	return {
		status: statusOf(lane, handoff),
		ready: lane === 'Accepted' || verdict?.ready === true,
		nothingNew: false,
		recordId: record.id,
		handoffId: id,
		attempt,
		...toldFindings(verdict),
	};
}

function statusOf(lane: Taken['lane'], { event }: Handoff): AnswerStatus {
	if (lane === 'Accepted') return 'accepted';
	if (event?.type === 'handoff.withdrawn') return 'withdrawn';
	return lane === 'Ready' ? 'ready' : 'notReady';
}

/** What is told of a record about which nothing is done now: where it stands, and what it lacks. */
export function answerRest({ seen, position, why, lookAgainAt }: Resting, now: Instant): Answer {
	const { judging, carried } = seen;
	const verdict =
		judging && evaluateReadiness(judging.compiled, judging.record, { ...judging, now });
	return {
		status: BY_REASON[why] ?? BY_STEP[position.step],
		ready: verdict?.ready === true,
		nothingNew: true,
		recordId: judging?.compiled.record.id(judging.record) ?? carried?.record.id ?? '',
		handoffId: position.handoffId,
		attempt: position.attempt,
		...toldFindings(verdict),
		...(lookAgainAt !== undefined && { lookAgainAt: formatInstant(lookAgainAt) }),
	};
}

/** What says more than the step at which the handoff stands. */
const BY_REASON: Partial<Record<Resting['why'], AnswerStatus>> = {
	notToHandOver: 'notToHandOver',
	heldByAnother: 'busy',
};

const BY_STEP: Record<Step, AnswerStatus> = {
	new: 'busy',
	incomplete: 'notReady',
	ready: 'ready',
	asked: 'asked',
	accepted: 'accepted',
	returned: 'returned',
	unanswered: 'noDecision',
	withdrawn: 'withdrawn',
	done: 'done',
};

function toldFindings(verdict: Verdict | undefined): Pick<Answer, 'missing' | 'findings'> {
	const findings = openFindings(verdict?.findings ?? []).map((one) => toldFindingSchema.parse(one));
	return { missing: findings.map(({ label }) => label).join('; '), findings };
}
