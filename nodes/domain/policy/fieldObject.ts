import { isObject } from '../base/isObject';

/** Members of a field object that hold its value, and not what it is or who changed it. */
const HOLDERS = ['value', 'checked', 'plain_text'] as const;

/**
 * What an object holds that systems put around a value, such as `{"value": 12500}`,
 * `{"checked": true}`, or `{"type": "email", "email": "kim@example.com"}`; the object itself when it
 * is no such wrapping.
 */
export function valueInside(value: unknown): unknown {
	if (!isPlainObject(value)) return value;
	const holder = HOLDERS.find((name) => Object.hasOwn(value, name));
	if (holder !== undefined) return value[holder];
	const { type } = value;
	return typeof type === 'string' && type !== 'type' && Object.hasOwn(value, type)
		? value[type]
		: value;
}

/** An object as JSON has it; dates and the like are values themselves. */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	isObject(value) && Object.getPrototypeOf(value) === Object.prototype;
