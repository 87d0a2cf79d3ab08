import { z } from 'zod';
import { readNumber } from '../readNumber';

type Reader = z.ZodType<unknown, z.ZodTypeDef, unknown>;

interface Choice {
	name: string;
	value: string;
}

/** What a form shows for a setting. The names of the members are those of n8n's forms. */
export interface ShownField {
	displayName: string;
	name: string;
	type: 'string' | 'boolean' | 'number' | 'options' | 'filter';
	default: string | boolean | number | Record<string, never>;
	description?: string;
	placeholder?: string;
	options?: Choice[];
	requiresDataPath?: 'single';
	typeOptions?: {
		minValue?: number;
		filter?: { caseSensitive: boolean; typeValidation: 'loose'; version: 2 };
		/** Optional fields stand behind a button; this one is on screen at once. */
		showEvenWhenOptional?: true;
	};
}

/** A field of a form, with how its setting is read from what was entered. */
export interface FormField {
	shown: ShownField;
	read: Reader;
	/** The setting, when it is not called as the field. */
	setting?: string;
}

/** How a check is chosen and set in a form. */
export interface CheckForm {
	/** As the end of “Must Be …”. */
	name: string;
	fields: readonly FormField[];
	/** Makes the settings of what was entered, where they are more than one for each field. */
	build?(entered: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** A text field of a form. An expression in it may have given a number, a boolean or nothing. */
export const formText = z
	.union([z.string(), z.number(), z.boolean()])
	.nullish()
	.transform((value) => String(value ?? '').trim());

/** A text that is no setting when it is empty. */
export const optionalText = formText.transform((text) => text || undefined);

/**
 * What is no plain number stays text, so that the policy's reader can name it: people write 10.000 for
 * ten and for ten thousand.
 */
export function readNumberText(text: string): number | string | undefined {
	if (text === '') return undefined;
	const number = readNumber(text);
	return typeof number === 'number' ? number : text;
}
export const numberText = formText.transform(readNumberText);

/** An entry in quotes, or up to the next comma. */
const ENTRY = /\s*(?:"([^"]*)"\s*(?=,|$)|([^,]*))(?:,|$)/g;

/** Entries with commas between them, one that holds a comma in quotes; undefined for none. */
export function readListText(text: string): string[] | undefined {
	const entries = [...text.matchAll(ENTRY)]
		.map(([, quoted, plain = '']) => (quoted ?? plain).trim())
		.filter((entry) => entry !== '');
	return entries.length === 0 ? undefined : entries;
}
export const listText = formText.transform(readListText);

type More = Partial<Omit<ShownField, 'name' | 'displayName' | 'type'>>;

/** On screen at once, though it may stay empty. */
export const AT_ONCE = { typeOptions: { showEvenWhenOptional: true } } as const;

/** A field for a text, by default one that may stay empty. */
export const textField = (
	displayName: string,
	name: string,
	{ read = optionalText, setting, ...more }: More & { read?: Reader; setting?: string } = {},
): FormField => ({
	shown: { displayName, name, type: 'string', default: '', ...more },
	read,
	...(setting !== undefined && { setting }),
});

/** A field for the path of a field of the record, dragged in from the input panel. */
export const pathField = (
	displayName: string,
	name: string,
	{ placeholder = 'e.g. properties.amount', ...more }: Parameters<typeof textField>[2] = {},
): FormField => textField(displayName, name, { requiresDataPath: 'single', placeholder, ...more });

/** A switch, off by default. */
export const flagField = (displayName: string, name: string, description: string): FormField => ({
	shown: { displayName, name, type: 'boolean', default: false, description },
	read: z.boolean().default(false),
});

/** One of several; `none` stands for no setting. */
export const choiceField = (
	displayName: string,
	name: string,
	{ options, none, ...more }: More & { options: Choice[]; none: string },
): FormField => ({
	shown: { displayName, name, type: 'options', options, default: none, ...more },
	read: z
		.string()
		.default(none)
		.transform((chosen) => (chosen === none ? undefined : chosen)),
});
