import { z } from 'zod';
import { modeSchema } from './mode';
import { ledgerEventTypeSchema } from './rowData';
import { languageSchema } from '../language/languages';
import { sentenceSchema } from '../language/sentence';

export const severitySchema = z.enum(['blocker', 'warning']);
export type Severity = z.infer<typeof severitySchema>;

/** A dated, justified exception for one requirement of one handoff. Expired means: no waiver. */
export const waiverSchema = z.object({
	requirementId: z.string(),
	reason: z.string(),
	approvedBy: z.string(),
	expiresAt: z.string(),
});
export type Waiver = z.infer<typeof waiverSchema>;

/** A waiver that was given but does not count, and why. */
export const refusedWaiverSchema = z.object({
	requirementId: z.string(),
	/** In English; the code says it in the language of its reader. */
	why: z.string(),
	codes: z.object({ why: sentenceSchema }),
});
export type RefusedWaiver = z.infer<typeof refusedWaiverSchema>;

const ownSentence = z.string().trim().min(1, 'must not be empty');

/** What people read in place of our own sentence: one text for everybody, or one for each language. */
export const ownMessageSchema = z.union([
	ownSentence,
	z
		.record(languageSchema, ownSentence)
		.refine((texts) => Object.keys(texts).length > 0, 'needs a text for at least one language'),
]);
export type OwnMessage = z.infer<typeof ownMessageSchema>;

/** One unmet requirement of one record: everything the person who fixes it needs to know. */
export const findingSchema = z.object({
	requirementId: z.string(),
	label: z.string(),
	field: z.string(),
	check: z.string(),
	severity: severitySchema,
	/** What is wrong, in English and without the label: "is missing". */
	shortfall: z.string(),
	/** The value as the gate saw it, shortened for display; empty when there was none. */
	seen: z.string(),
	expected: z.string(),
	/** The same two as data, from which every reader gets them in their own language. */
	codes: z.object({ shortfall: sentenceSchema, expected: sentenceSchema }),
	fixer: z.string(),
	howToFix: z.string(),
	/** What the policy wants to be said in place of “label shortfall”. */
	message: ownMessageSchema.optional(),
	fixUrl: z.string().optional(),
	waiver: waiverSchema.optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A value that somebody, or a model, proposes for a field, with the words it was taken from. */
export const proposalSchema = z.object({
	field: z.string(),
	value: z.unknown(),
	quote: z.string(),
	source: z.string(),
	verified: z.boolean(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What is different from the attempt before. Requirement ids in the lists. */
export const changedSinceSchema = z.object({
	attempt: z.number().int().positive(),
	/** What happened last to the handoff, and when. */
	lastType: ledgerEventTypeSchema,
	at: z.string(),
	/** Whether anything that the policy reads or shows has another value than at that attempt. */
	changed: z.boolean(),
	fixed: z.array(z.string()),
	stillOpen: z.array(z.string()),
	newlyOpen: z.array(z.string()),
});
export type ChangedSince = z.infer<typeof changedSinceSchema>;

/** What the gate concludes about one record. */
export const verdictSchema = z.object({
	ready: z.boolean(),
	mode: modeSchema,
	/** Share of the requirements that apply and are met, 0 to 100. Never decides anything. */
	score: z.number().min(0).max(100),
	findings: z.array(findingSchema),
	/** The waivers that count for a finding of this verdict. */
	waivers: z.array(waiverSchema),
	refusedWaivers: z.array(refusedWaiverSchema).default([]),
	proposals: z.array(proposalSchema),
	/** SHA-256 over the policy and every value it judged or shows: same input, same digest. */
	digest: z.string(),
	changedSince: changedSinceSchema.optional(),
	evaluatedAt: z.string(),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** What the policy says of a record with the corrections of the receiving team in it. */
export const correctedVerdictSchema = verdictSchema.pick({
	ready: true,
	score: true,
	findings: true,
});
export type CorrectedVerdict = z.infer<typeof correctedVerdictSchema>;
