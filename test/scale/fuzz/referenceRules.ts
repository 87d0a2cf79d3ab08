/**
 * The simplest requirements, judged a second time by rules that share nothing with the package: a
 * record that they refuse may not leave by Ready.
 */

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only names and dots: whatever else a path may hold is left to the package. */
const SIMPLE_PATH = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

function valueAt(record: unknown, path: string): unknown {
	let value: unknown = record;
	for (const name of path.split('.')) {
		if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
		value = value[name];
	}
	return value;
}

const isEmpty = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && value.trim() === '') ||
	(Array.isArray(value) && value.length === 0);

type Refusal = (value: unknown, check: Record<string, unknown>) => boolean;

const REFUSALS: Record<string, Refusal> = {
	present: isEmpty,
	number: (value, { min, max }) =>
		isEmpty(value) ||
		isObject(value) ||
		(typeof value === 'number' &&
			(!Number.isFinite(value) ||
				(typeof min === 'number' && value < min) ||
				(typeof max === 'number' && value > max))),
	text: (value, { minLength }) =>
		isEmpty(value) ||
		(typeof value === 'string' && typeof minLength === 'number' && value.trim().length < minLength),
	email: (value) => isEmpty(value) || (typeof value === 'string' && !value.includes('@')),
	oneOf: (value, { values }) =>
		isEmpty(value) ||
		(typeof value === 'string' &&
			Array.isArray(values) &&
			values.every((each) => String(each).toLowerCase() !== value.trim().toLowerCase())),
};

/** Labels of the blockers that a record surely does not meet. */
export function surelyUnmet(policy: unknown, record: unknown): string[] {
	if (!isObject(policy) || !Array.isArray(policy.requirements)) return [];
	return policy.requirements.flatMap((requirement: unknown) => {
		if (!isObject(requirement) || !isObject(requirement.check)) return [];
		const { field, check, severity, when } = requirement;
		if (severity === 'warning' || when !== undefined) return [];
		if (typeof field !== 'string' || !SIMPLE_PATH.test(field)) return [];
		const refuses = REFUSALS[String(check.kind)];
		return refuses?.(valueAt(record, field), check) === true ? [String(requirement.label)] : [];
	});
}
