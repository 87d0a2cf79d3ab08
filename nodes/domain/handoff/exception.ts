import { z } from 'zod';
import { languageSchema } from '../language/languages';
import { personSchema } from '../base/message';

/** What the policy says about exceptions from its requirements, as it holds for one record. */
export const exceptionTermsSchema = z.object({
	/** The requirements that may be waived. */
	allowed: z.array(z.string()),
	/** How many days from today one may last at most; as long as wanted when absent. */
	maxDays: z.number().optional(),
	/** Who may grant one; those without an address cannot be asked. */
	approvers: z.array(personSchema),
	/** Texts that the policy takes for no value: as a reason they say nothing either. */
	placeholders: z.array(z.string()),
});
export type ExceptionTerms = z.infer<typeof exceptionTermsSchema>;

/** What somebody asks for. */
export const wantedExceptionSchema = z.object({
	requirementId: z.string(),
	reason: z.string(),
	/** A day, such as 2026-12-24. */
	until: z.string(),
});
export type WantedException = z.infer<typeof wantedExceptionSchema>;

/** That somebody has asked for an exception. */
export const askedExceptionSchema = z.object({
	requirementId: z.string(),
	/** The how manieth time it is asked for, from 1 on. */
	times: z.number(),
	reason: z.string(),
	/** A day, or an instant as ISO 8601. */
	expiresAt: z.string(),
	by: personSchema,
	/** The addresses of those who are asked. */
	approvers: z.array(z.string()),
	/** When, as ISO 8601. */
	at: z.string(),
});
export type AskedException = z.infer<typeof askedExceptionSchema>;

/** What it takes to tell the sender, out of the row of an exception alone, that it ends soon. */
export const endingNoticeSchema = z.object({
	/** When the sender is told, as ISO 8601. */
	at: z.string(),
	/** Of the requirement. */
	label: z.string(),
	/** Of the record. */
	title: z.string(),
	sender: personSchema,
	/** The language and the zone in which the sender is told things. */
	language: languageSchema,
	timezone: z.string(),
});
export type EndingNotice = z.infer<typeof endingNoticeSchema>;
