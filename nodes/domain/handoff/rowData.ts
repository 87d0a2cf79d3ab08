import { z } from 'zod';
import { clockStateSchema } from '../time/clock';
import { dueMilestoneSchema } from '../time/plannedMilestones';
import { revisionSchema } from '../time/revision';
import { personSchema } from '../base/message';
import { askedQuestionSchema } from './askedQuestion';
import { correctionSchema } from './correction';
import { changeSchema } from './change';
import { endingNoticeSchema } from './exception';
import { keptClockSchema } from './keptClock';
import { modeSchema } from './mode';
import { decidedBySchema } from './proof';
import { checkedItemSchema } from './terms';
import { sideSchema, turnSchema } from './turns';

/**
 * One type of ledger row: its name, what it says happened as a sentence without its full stop, and
 * what a step of that type notes in `data` besides the turns.
 */
const stepOf = <Type extends string, Shape extends z.ZodRawShape>(
	type: Type,
	meaning: string,
	data: Shape,
) => z.object({ type: z.literal(type), data: z.object(data) }).describe(meaning);

/** Every row carries the turns, so that a later attempt can go on counting from any of them. */
export const commonDataShape = { turns: z.array(turnSchema) };

const round = z.number();
/** Who asked the question that a step belongs to, as the holder of a claim. */
const askedBy = z.string().optional();

const decisionData = {
	round,
	askedBy,
	by: z.string(),
	checklist: z.array(checkedItemSchema),
	votes: z.array(decidedBySchema.extend({ at: z.string() })),
	corrections: z.array(correctionSchema).optional(),
	comment: z.string().optional(),
};

/** Which question to the fixers it is, and which requirements the step is about. */
const fixQuestion = { round, askedBy, gaps: z.array(z.string()) };

/** What every row about a question of the receiving team says. */
const questionData = {
	round,
	askedBy,
	questionId: z.string(),
	/** When the request is due and when it ends, as the clock stands after this step. */
	respondBy: z.string().optional(),
	closesAt: z.string().optional(),
};

const clockData = {
	/** The name of the target that the clock counts for. */
	clock: z.string(),
	side: z.enum(['sender', 'receiver']).optional(),
	state: clockStateSchema,
	startedAt: z.string(),
	stoppedAt: z.string().optional(),
	deadline: z.string(),
	elapsedMinutes: z.number(),
	remainingMinutes: z.number(),
};

/**
 * Every type of ledger row with what its step notes. A new type is one entry here: writing, reading,
 * the timeline and the documents know it from then on. Types and members are only ever added.
 */
export const ledgerStepSchema = z.discriminatedUnion('type', [
	stepOf('handoff.evaluated', 'The gate judged the record', {
		ready: z.boolean(),
		mode: modeSchema,
		/** Whether the gate let the record pass; rows of earlier versions say only `ready` and `mode`. */
		passes: z.boolean().optional(),
		/** Over the policy and every value it judged or shows. */
		digest: z.string(),
		/** Requirement ids: not met and not waived, asked, waived, contradicted by another source. */
		open: z.array(z.string()),
		score: z.number(),
		checked: z.array(z.string()),
		waived: z.array(z.string()),
		conflicts: z.array(z.string()).optional(),
		/** When the deal was closed, where the policy says where that stands. */
		closedAt: z.string().optional(),
	}),
	stepOf('handoff.requested', 'The receiving team was asked to accept', {
		round,
		respondBy: z.string(),
		closesAt: z.string(),
		/** Addresses of those who may decide. */
		receivers: z.array(z.string()),
		acceptancesNeeded: z.number(),
		inTurn: z.boolean().optional(),
		/** What was shown, as a digest. */
		fingerprint: z.string().optional(),
		askedBy,
	}),
	stepOf('handoff.reminded', 'The receiving team was reminded', {
		round,
		askedBy,
		milestone: z.string(),
		dueAt: z.string(),
		late: z.boolean().optional(),
	}),
	stepOf('handoff.forwarded', 'A receiver handed the question on', {
		round,
		askedBy,
		by: z.string(),
		to: personSchema,
		reason: z.string(),
	}),
	stepOf('handoff.voted', 'A receiver accepted, and more are needed', {
		round,
		askedBy,
		by: z.string(),
		checklist: z.array(checkedItemSchema),
		count: z.number(),
		needed: z.number(),
		corrections: z.array(correctionSchema).optional(),
		comment: z.string().optional(),
	}),
	stepOf('question.asked', 'A receiver asked the sending side a question', {
		...questionData,
		by: z.string(),
		/** Path of the field that it is about. */
		field: z.string().optional(),
		text: z.string(),
		/** Who is to answer, until when, and when that person is reminded. */
		to: askedQuestionSchema.shape.to,
		answerBy: z.string(),
		remindAt: z.string(),
	}),
	stepOf('question.reminded', 'Who is to answer a question was reminded', questionData),
	stepOf('question.answered', 'A question of the receiving team was answered', {
		...questionData,
		by: z.string(),
		text: z.string(),
	}),
	stepOf('question.unanswered', 'Nobody answered a question of the receiving team', questionData),
	stepOf('handoff.accepted', 'The receiving team accepted', decisionData),
	stepOf('handoff.returned', 'The receiving team returned it', decisionData),
	stepOf('handoff.unanswered', 'Nobody of the receiving team answered in time', {
		round,
		askedBy,
		requestedAt: z.string(),
		firedMilestones: z.array(z.string()),
	}),
	stepOf('handoff.replaced', 'The record changed, and what was asked about it counts no more', {
		/** The attempt that takes its place. */
		by: z.number().optional(),
		round: round.optional(),
		askedBy,
	}),
	stepOf('handoff.withdrawn', 'The record is not to be handed over any more', {
		why: z.enum(['recordGone', 'notToHandOver']).optional(),
	}),
	stepOf('handoff.done', 'The work is set up', {
		/** Where it is, such as the address of the task; empty when nobody said. */
		url: z.string().optional(),
	}),
	stepOf('fix.asked', 'Those who fix it were asked for what is missing', {
		...fixQuestion,
		respondBy: z.string(),
		closesAt: z.string(),
		/** Addresses of those who were asked. */
		fixers: z.array(z.string()),
	}),
	stepOf('fix.reminded', 'Those who fix it were reminded', {
		...fixQuestion,
		milestone: z.string(),
		dueAt: z.string(),
		late: z.boolean().optional(),
	}),
	stepOf('fix.answered', 'Somebody supplied what was missing', {
		...fixQuestion,
		changes: z.array(changeSchema.pick({ field: true, label: true, from: true, to: true })),
		comment: z.string().optional(),
	}),
	stepOf('fix.notWritten', 'What somebody supplied could not be written to the record', {
		...fixQuestion,
		error: z.string(),
	}),
	stepOf('fix.unanswered', 'Nobody supplied what is missing in time', {
		...fixQuestion,
		requestedAt: z.string(),
	}),
	stepOf('sla.started', 'A clock started', {
		...clockData,
		/** What the clock goes on from when it is looked at again. */
		kept: keptClockSchema.optional(),
	}),
	stepOf('sla.passed', 'The ball went to the other side', {
		to: sideSchema,
		...z.object(clockData).partial().shape,
	}),
	stepOf('sla.revised', 'A clock was agreed anew', { ...clockData, revision: revisionSchema }),
	stepOf('sla.milestoneReached', 'A clock reached a milestone', {
		...clockData,
		milestone: dueMilestoneSchema,
	}),
	stepOf('sla.met', 'A clock was stopped before its deadline', clockData),
	stepOf('sla.breached', 'A deadline passed', {
		...clockData,
		/** Absent when a late stop noticed it. */
		milestone: dueMilestoneSchema.optional(),
	}),
	stepOf('sla.stopped', 'A clock was stopped without being met', clockData),
	stepOf('waiver.asked', 'An exception was asked for', {
		requirementId: z.string(),
		/** The how manieth time it was asked for. */
		times: z.number(),
		reason: z.string(),
		/** Until when it is wanted: a day, or an instant as ISO 8601. */
		expiresAt: z.string(),
		by: z.string(),
		/** Addresses of those who are asked. */
		approvers: z.array(z.string()),
	}),
	stepOf('requirement.waived', 'A requirement was waived', {
		requirementId: z.string().optional(),
		reason: z.string().optional(),
		approvedBy: z.string().optional(),
		/** A day, or an instant as ISO 8601: from then on the requirement is asked again. */
		expiresAt: z.string().optional(),
		/** Which asking it answers; absent when nobody asked by a page. */
		times: z.number().optional(),
		/** Whether it takes the place of one that had not ended. */
		extends: z.literal(true).optional(),
		/** Whom to tell before it ends, and when. */
		notice: endingNoticeSchema.optional(),
	}),
	stepOf('waiver.refused', 'An exception was refused', {
		requirementId: z.string(),
		times: z.number(),
		reason: z.string(),
		by: z.string(),
	}),
	stepOf('waiver.revoked', 'A waiver was taken back', {
		requirementId: z.string().optional(),
		reason: z.string().optional(),
	}),
	stepOf('waiver.ending', 'The sender was told that an exception ends soon', {
		requirementId: z.string(),
		expiresAt: z.string(),
	}),
	stepOf('waiver.expired', 'An exception ended', {
		requirementId: z.string(),
		expiresAt: z.string(),
	}),
]);

/** What a step says of itself: its type, and the data of that type. */
export type TypedStep = z.infer<typeof ledgerStepSchema>;

const [firstStep, ...otherSteps] = ledgerStepSchema.options;

/** One past-tense fact each. */
export const ledgerEventTypeSchema = z.enum([
	firstStep.shape.type.value,
	...otherSteps.map(({ shape }) => shape.type.value),
]);
export type LedgerEventType = z.infer<typeof ledgerEventTypeSchema>;

/** What a type of row says happened, as a sentence without its full stop. */
export const meaningOf = (type: LedgerEventType): string =>
	ledgerStepSchema.optionsMap.get(type)?.description ?? type;
