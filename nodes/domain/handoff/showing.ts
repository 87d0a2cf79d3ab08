import { z } from 'zod';

/** As what a value is shown to people. */
export const shownAsSchema = z.enum([
	'text',
	'number',
	'money',
	'date',
	'time',
	'yesNo',
	'link',
	'list',
	'person',
]);
export type ShownAs = z.infer<typeof shownAsSchema>;

/** How the values of a field are shown, and what it takes to read them. */
export const showingSchema = z.object({
	as: shownAsSchema,
	/** Code or sign of the currency, where it is not written with the amount. */
	currency: z.string().optional(),
	decimal: z.enum(['.', ',']).optional(),
	/** IANA name of the zone that says on which day an instant falls; the reader's when left out. */
	timezone: z.string().optional(),
	/** How a date is written besides the ISO form. */
	format: z.string().optional(),
	/** What stands between the entries of a list that is one text. */
	separator: z.string().optional(),
	/** As what the entries of a list are shown; by what they look like when left out. */
	each: shownAsSchema.optional(),
});
export type Showing = z.infer<typeof showingSchema>;

/** A value as a reader gets it. */
export interface ShownValue {
	/** In full; an address stands in it as it is. */
	text: string;
	/** Where the value is an address: a few words for it. */
	link?: { label: string; url: string };
}
