import { z } from 'zod';
import { acceptanceTermsSchema } from './terms';
import { correctionTermsSchema } from './correction';
import { decisionSchema } from './decision';
import { fixingTermsSchema, fixRequestSchema } from './fixing';
import { exceptionTermsSchema } from './exception';
import { receiverPersonSchema } from './receiverPerson';
import { requestSchema } from './request';
import { ledgerRowSchema } from './row';
import { showingSchema } from './showing';
import { sideSchema, turnSchema } from './turns';
import { languageSchema } from '../language/languages';
import { messageSchema, personSchema } from '../base/message';
import { verdictSchema } from './verdict';
import { calendarSchema } from '../time/calendar';
import { clockSchema } from '../time/clock';
import { targetSchema } from '../time/target';

/** Which record of which system is handed over. */
export const recordReferenceSchema = z.object({
	system: z.string(),
	type: z.string(),
	id: z.string(),
	title: z.string(),
	url: z.string(),
});

export const senderSchema = z.object({
	team: z.string(),
	name: z.string().optional(),
	email: z.string().optional(),
	/** In which the sender is told things; absent where the policy says none. */
	language: languageSchema.optional(),
});

export const receiverSchema = z.object({ team: z.string(), people: z.array(receiverPersonSchema) });

/** One line of what the receiver gets to see, with the value as the record had it at the verdict. */
export const packetEntrySchema = z.object({
	label: z.string(),
	field: z.string(),
	value: z.unknown(),
	/** How it is shown; by what it looks like when left out. */
	shown: showingSchema.optional(),
});

/** What the policy says about the next steps, so that no later node is configured twice. */
export const agreedSchema = z.object({
	/** In which everybody is told things who has no language of their own; absent for English. */
	language: languageSchema.optional(),
	acceptance: acceptanceTermsSchema,
	sla: z.record(targetSchema),
	calendars: z.record(calendarSchema),
	packet: z.array(packetEntrySchema),
	/** Who fixes what neither side does, by the name in a finding; absent where the policy names none. */
	fixers: z.record(personSchema).optional(),
	/** The requirements and their fields, so that a return can point at one of them. */
	fields: z.array(
		z.object({
			id: z.string(),
			field: z.string(),
			label: z.string(),
			/** How its values are shown; by what they look like when left out. */
			shown: showingSchema.optional(),
			/** Who fixes it, where the policy names somebody of neither side under `fixers`. */
			fixer: z.string().optional(),
		}),
	),
	/** What the receiving team may correct; absent where the policy allows nothing. */
	correction: correctionTermsSchema.optional(),
	/** What those who fix it may type of what is missing; absent where nothing is missing. */
	fixing: fixingTermsSchema.optional(),
	/** Which requirements may be waived, and by whom; absent where the policy allows none. */
	exceptions: exceptionTermsSchema.optional(),
});
export type Agreed = z.infer<typeof agreedSchema>;

/** What travels between our nodes in `item.json.handoff`, around the untouched record. */
export const handoffSchema = z.object({
	schema: z.literal(1),
	id: z.string(),
	attempt: z.number().int().positive(),
	record: recordReferenceSchema,
	sender: senderSchema,
	receiver: receiverSchema,
	policy: z.object({
		id: z.string(),
		name: z.string(),
		version: z.string(),
		digest: z.string(),
	}),
	ballWith: sideSchema,
	turns: z.array(turnSchema),
	verdict: verdictSchema.optional(),
	agreed: agreedSchema,
	request: requestSchema.optional(),
	/** What the fixers are asked for, once somebody has asked. */
	fixing: fixRequestSchema.optional(),
	decision: decisionSchema.optional(),
	outcome: z.enum(['accepted', 'returned', 'noDecision']).optional(),
	clock: clockSchema.optional(),
	message: messageSchema.optional(),
	event: ledgerRowSchema.optional(),
	/** Who does the next step of the handoff, and until when; absent when nobody keeps a ledger. */
	claim: z.object({ key: z.string(), holder: z.string(), until: z.string() }).optional(),
	/** Whether it began in a test run: nothing of it counts. */
	test: z.literal(true).optional(),
	/** The newest seal of this handoff's rows; absent when they are not sealed. */
	seal: z.string().optional(),
});
export type Handoff = z.infer<typeof handoffSchema>;
