import { z } from 'zod';
import { personalSettings } from '../handoff/receiverPerson';
import { acceptanceTermsSchema } from '../handoff/terms';
import { shownAsSchema } from '../handoff/showing';
import { digestOf } from '../base/digest';
import { ownMessageSchema, severitySchema } from '../handoff/verdict';
import { calendarsSchema } from '../time/calendars';
import { targetSchema } from '../time/target';
import type { CheckSurroundings } from './checks/check';
import { checkSchema } from './checks/checks';
import { closedObject } from '../base/closedObject';
import { languageSchema } from '../language/languages';
import { conditionSchema } from './condition';
import { fieldPathSchema } from '../base/fieldPath';
import { sourcesSchema } from './sources';

const filled = z.string().trim().min(1, 'must not be empty');

/** One line of a policy: what must hold, and who fixes it how when it does not. */
export const requirementSchema = closedObject({
	id: filled,
	label: filled,
	field: fieldPathSchema,
	check: checkSchema,
	/** Words that are an answer though they are no such value, or would count as missing. */
	alsoAccepted: z.array(filled).min(1).optional(),
	when: conditionSchema.optional(),
	severity: severitySchema.default('blocker'),
	/** `sender`, `receiver`, or the name of whoever else fixes it, who may stand under `fixers`. */
	fixer: filled.default('sender'),
	howToFix: z.string().default(''),
	/** What people read when it is not met, in place of our sentence. */
	message: ownMessageSchema.optional(),
	/** May hold places for fields, such as https://crm.example/deals/{{id}}. */
	fixUrl: z.string().optional(),
});
export type Requirement = z.infer<typeof requirementSchema>;

/** `system` and `type` are texts; the others are field paths. All may hold places for fields. */
const recordSchema = closedObject({
	system: z.string().default(''),
	type: z.string().default(''),
	id: filled,
	title: z.string().default(''),
	url: z.string().default(''),
	/** When the record was closed, such as the day a deal was won: the report counts from then. */
	closedAt: z.string().optional(),
});

const senderSchema = closedObject({
	team: z.string().default(''),
	name: z.string().default(''),
	email: z.string().default(''),
	/** In which the sender is told what to fix and what became of it. */
	language: languageSchema.optional(),
});

const receiverSchema = closedObject({
	team: z.string().default(''),
	people: z
		.array(
			closedObject({
				name: z.string().default(''),
				email: z.string().default(''),
				...personalSettings,
			}),
		)
		.default([]),
});

/** Somebody of neither side who fixes something, such as a legal desk: told what there is to fix. */
const fixerSchema = closedObject({ name: z.string().default(''), email: filled });

/** Somebody who may approve; one with an address can be asked for it by a link. */
const approverSchema = closedObject({
	name: z.string().default(''),
	email: z.string().default(''),
});

/** Which requirements may be waived, for how long at most, and by whom. */
const waiverTermsSchema = closedObject({
	allowed: z.array(z.string()).default([]),
	maxDays: z.number().positive().optional(),
	approvers: z.array(z.union([z.string(), approverSchema])).optional(),
});
export type WaiverTerms = z.infer<typeof waiverTermsSchema>;

/** The agreed definition of handoff-ready. */
export const policySchema = closedObject({
	id: filled,
	name: z.string().default(''),
	/** In which everybody is told things who has no language of their own; English when left out. */
	language: languageSchema.optional(),
	version: z.union([z.string(), z.number()]).transform(String).default('1'),
	record: recordSchema,
	sender: senderSchema.default({}),
	receiver: receiverSchema.default({}),
	/** Which records are to be handed over at all, such as won deals; all when left out. */
	handOver: closedObject({ when: conditionSchema }).optional(),
	/** Texts that count as missing besides the usual ones, whatever their case. */
	placeholders: z.array(z.string()).default([]),
	requirements: z.array(requirementSchema).min(1, 'needs at least one requirement'),
	/** Who fixes what neither side does, by the name that requirements give them. */
	fixers: z.record(fixerSchema).default({}),
	/** Which systems hold a field, for the check `agrees`. */
	sources: sourcesSchema.default({}),
	waivers: waiverTermsSchema.default({}),
	packet: z
		.array(
			closedObject({
				label: filled,
				field: fieldPathSchema,
				/** By what the requirements check, or what a value looks like, when left out. */
				as: shownAsSchema.optional(),
			}),
		)
		.default([]),
	acceptance: acceptanceTermsSchema.default({}),
	sla: z.record(targetSchema).default({}),
	calendars: calendarsSchema.default({}),
});
export type Policy = z.infer<typeof policySchema>;

/** What the check of a requirement needs to know of the policy around it. */
export const surroundingsOf = (
	{ sources, calendars }: Pick<Policy, 'sources' | 'calendars'>,
	field: string,
): CheckSurroundings => ({ field, sources, calendars });

/** What a condition that belongs to no field needs to know of the policy around it. */
export const wholePolicy = (policy: Pick<Policy, 'sources' | 'calendars'>): CheckSurroundings =>
	surroundingsOf(policy, '');

/** SHA-256 of a policy as parsed: tells two versions of a policy apart whatever they are called. */
export const policyDigest = (policy: Policy): string => digestOf(policy);
