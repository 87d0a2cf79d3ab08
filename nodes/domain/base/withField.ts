import { parsePath } from './parsePath';

/**
 * A copy of a record with another value in one place; only what leads there is copied. Members that
 * are missing on the way are made. A text that is not a path changes nothing.
 */
export function withField(record: unknown, path: string, value: unknown): unknown {
	const steps = parsePath(path);
	return steps === undefined ? record : put(record, steps, value);
}

function put(container: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
	if (step === undefined) return value;
	const next = put(memberOf(container, step), rest, value);
	if (Array.isArray(container) && /^\d+$/.test(step)) {
		return [...container.slice(0, Number(step)), next, ...container.slice(Number(step) + 1)];
	}
	// A computed name is always an own member, whatever it is called.
	return isContainer(container) ? { ...container, [step]: next } : { [step]: next };
}

const isContainer = (value: unknown): value is object =>
	typeof value === 'object' && value !== null;

const memberOf = (container: unknown, step: string): unknown =>
	isContainer(container) && Object.hasOwn(container, step)
		? Reflect.get(container, step)
		: undefined;
