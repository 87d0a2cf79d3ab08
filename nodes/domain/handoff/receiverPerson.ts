import { z } from 'zod';
import { personSchema } from '../base/message';
import { timezoneSchema } from '../time/timezone';
import { languageSchema } from '../language/languages';

/** What may be said of a receiver besides name and address; all of it is optional. */
export const personalSettings = {
	/** Name of a calendar of the policy: this person's own working hours, for reminders. */
	calendar: z.string().min(1).optional(),
	/** IANA name of the zone in which this person reads times. */
	timezone: timezoneSchema.optional(),
	/** The language of this person's page and messages. */
	language: languageSchema.optional(),
};

/** A person who may decide. */
export const receiverPersonSchema = personSchema.extend(personalSettings);
export type ReceiverPerson = z.infer<typeof receiverPersonSchema>;
