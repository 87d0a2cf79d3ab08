import { z } from 'zod';

/** A value that is one thing. */
export const plainEntrySchema = z.union([z.string(), z.number(), z.boolean()]);

/** A value that can be typed: a text, a number, an answer, none, or a list of such. */
export const plainValueSchema = z.union([plainEntrySchema, z.null(), z.array(plainEntrySchema)]);
export type PlainValue = z.infer<typeof plainValueSchema>;

/** The words that a requirement takes for an answer besides a value of its kind, such as N/A. */
const words = { alsoAccepted: z.array(z.string()).optional() };

const decimal = z.enum(['.', ',']).optional();
const numberOrText = z.enum(['number', 'text']);

/** A list, one text in which the separator stands between the entries, or a list written as JSON. */
const several = {
	...words,
	storedAs: z.enum(['list', 'text', 'json']),
	separator: z.string().min(1).optional(),
};

/**
 * By what a person fills in one field of a record, and how the value goes back into the record:
 * `storedAs` says in which of the ways in which systems keep values of this kind.
 */
export const controlSchema = z.discriminatedUnion('kind', [
	/** Stored as a number, a text that is one becomes one; any other stays a text. */
	z.object({ kind: z.literal('text'), ...words, storedAs: numberOrText }),
	z.object({ kind: z.literal('longText'), ...words }),
	z.object({ kind: z.literal('number'), ...words, decimal, storedAs: numberOrText }),
	z.object({
		kind: z.literal('amount'),
		...words,
		decimal,
		/** Stored `withCurrency`, both stand in one text, such as `5000 EUR`. */
		storedAs: z.enum(['number', 'text', 'withCurrency']),
		/** Those in order; any when empty. */
		currencies: z.array(z.string()),
		/** Path of the field that holds the currency, which is asked for as well. */
		currencyField: z.string().optional(),
	}),
	z.object({
		kind: z.literal('date'),
		...words,
		/** IANA name of the zone that says on which day an instant falls. */
		timezone: z.string(),
		/** How a day is written besides the ISO form. */
		format: z.string().optional(),
		/** An ISO day, the format, an ISO time at midnight UTC, or its milliseconds since 1970. */
		storedAs: z.enum(['day', 'format', 'time', 'milliseconds', 'millisecondsText']),
	}),
	z.object({ kind: z.literal('choice'), ...words, options: z.array(plainEntrySchema) }),
	z.object({ kind: z.literal('choices'), ...several, options: z.array(plainEntrySchema) }),
	/** `yes` and `no` are what goes into the record. */
	z.object({ kind: z.literal('yesNo'), ...words, yes: plainEntrySchema, no: plainEntrySchema }),
	z.object({ kind: z.literal('email'), ...words }),
	z.object({ kind: z.literal('phone'), ...words }),
	z.object({ kind: z.literal('url'), ...words }),
	z.object({ kind: z.literal('list'), ...several }),
]);
export type Control = z.infer<typeof controlSchema>;
export type ControlOf<Kind extends Control['kind']> = Extract<Control, { kind: Kind }>;

/** A field of a record with what it holds now and the control by which it is filled in. */
export const controlledFieldSchema = z.object({
	field: z.string(),
	label: z.string(),
	value: plainValueSchema,
	/** What the field of the currency holds, where the control asks for it as well. */
	currency: plainValueSchema.optional(),
	control: controlSchema,
});
export type ControlledField = z.infer<typeof controlledFieldSchema>;

/** What a person filled in, as it goes into the record. */
export interface TypedValue {
	field: string;
	value: PlainValue;
}
