import { isObject } from '../base/isObject';

/** What a form sent, by field name. */
export interface FormBody {
	/** Every text that was sent under a name. */
	all(name: string): readonly string[];
	/** The first text that is not empty, or an empty text. */
	text(name: string): string;
	/** Whether a box with that name was ticked: a text that is not empty came. */
	has(name: string): boolean;
	names: readonly string[];
}

/** Multipart forms arrive in n8n as `{ data, files }`, other forms as the fields themselves. */
const fieldsOf = (body: object): object =>
	'data' in body && isObject(body.data) && !('decision' in body) ? body.data : body;

const textsOf = (value: unknown): string[] =>
	(Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');

/**
 * Reads the parsed body of a form. A name that was sent several times has several texts; values
 * that are no texts are left out; a body that is no object has no fields. Never throws.
 */
export function readFormBody(body: unknown): FormBody {
	const fields = isObject(body) ? Object.entries(fieldsOf(body)) : [];
	const texts = new Map(fields.map(([name, value]) => [name, textsOf(value)]));
	const all = (name: string): readonly string[] => texts.get(name) ?? [];
	const text = (name: string): string => all(name).find((each) => each.trim() !== '') ?? '';
	return { all, text, has: (name) => text(name) !== '', names: [...texts.keys()] };
}
