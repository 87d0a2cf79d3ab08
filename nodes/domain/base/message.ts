import { z } from 'zod';

export const messageKindSchema = z.enum([
	'fixList',
	'request',
	'code',
	'reminder',
	'escalation',
	'question',
	'answer',
	'receipt',
	'brief',
	'returned',
	'expired',
	'withdrawn',
	'replaced',
	'notCounted',
	'fixRequest',
	'fixReminder',
	'fixEscalation',
	'fixReceipt',
	'fixFailed',
	'fixKept',
	'fixExpired',
	'exception',
	'exceptionRequest',
	'alert',
	'report',
]);
export type MessageKind = z.infer<typeof messageKindSchema>;

export const personSchema = z.object({ name: z.string(), email: z.string() });
export type Person = z.infer<typeof personSchema>;

/** What to tell people now, ready for any channel node; the forms say the same thing. */
export const messageSchema = z.object({
	kind: messageKindSchema,
	to: z.array(personSchema),
	subject: z.string(),
	text: z.string(),
	/** For whom, what first and all links, within 1,700 characters and without markup. */
	short: z.string(),
	markdown: z.string(),
	html: z.string(),
	/** Slack Block Kit: the array that goes under `blocks`. */
	slackBlocks: z.array(z.record(z.unknown())),
	/** Adaptive Card 1.4, as Microsoft Teams shows it. */
	adaptiveCard: z.record(z.unknown()),
});
export type Message = z.infer<typeof messageSchema>;
