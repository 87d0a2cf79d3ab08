import { isObject } from '../base/isObject';

/**
 * What an object holds that systems put around a value, such as `{"value": 12500}`,
 * `{"checked": true}`, or `{"type": "email", "email": "kim@example.com"}`; the object itself when it
 * is no such wrapping.
 */
export function valueInside(value: unknown): unknown {
	if (!isPlainObject(value)) return value;
	const { value: held, checked, plain_text: text, type } = value;
	if (held !== undefined) return held;
	if (checked !== undefined) return checked;
	if (text !== undefined) return text;
	return typeof type === 'string' && type !== 'type' && Object.hasOwn(value, type)
		? value[type]
		: value;
}

/** An object as JSON has it; dates and the like are values themselves. */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	isObject(value) && Object.getPrototypeOf(value) === Object.prototype;
