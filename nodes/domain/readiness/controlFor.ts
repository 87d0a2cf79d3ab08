import { parsePath } from '../base/parsePath';
import { readField } from '../base/record';
import {
	plainValueSchema,
	type Control,
	type ControlledField,
	type PlainValue,
} from '../handoff/control';
import type { CompiledPolicy, CompiledRequirement } from './compilePolicy';
import { fitControl } from './fitControl';

/** A longer text is no value that somebody types on a page. */
const LONGEST_VALUE = 4000;

/** Where systems keep what is linked to a record: rows of their own, which no field holds. */
const LINKED: ReadonlySet<unknown> = new Set(['associations', 'records', 'results']);

/** A field that is only called so is one of the record itself, as the `results` of a project. */
function isLinked(field: string): boolean {
	const path = parsePath(field) ?? [];
	return path.length > 1 && path.some((step) => LINKED.has(step));
}

const PLAIN_TEXT: Control = { kind: 'text', storedAs: 'text' };

/**
 * By what somebody supplies the field of a requirement, with what the record holds in it. Where the
 * policy names the field of the currency, it is asked for as well.
 *
 * @param askedAlone fields that are asked for by themselves, and so not beside an amount
 * @returns undefined where nothing that is typed would do: line items, linked records, what two
 * systems must agree on, a value that was changed too long ago
 */
export function controlFor(
	{ requirement, check }: CompiledRequirement,
	compiled: CompiledPolicy,
	record: unknown,
	askedAlone: ReadonlySet<string> = new Set(),
): ControlledField | undefined {
	if (check.control === undefined) return undefined;
	const known = controlOfField(requirement.field, compiled, record);
	const place = known?.control.kind === 'amount' ? known.control.currencyField : undefined;
	if (known === undefined || place === undefined) return known;
	const currency = plainValueOf(readField(record, place));
	const isAsked = currency !== undefined && !Array.isArray(currency) && !askedAlone.has(place);
	return isAsked ? { ...known, currency } : withoutCurrency(known);
}

/** The control of a field alone, whatever its requirements are; undefined for what is not plain. */
export function controlOfOneField(
	field: string,
	compiled: CompiledPolicy,
	record: unknown,
): ControlledField | undefined {
	const known = controlOfField(field, compiled, record);
	return known && withoutCurrency(known);
}

const withoutCurrency = (known: ControlledField): ControlledField =>
	known.control.kind === 'amount'
		? { ...known, control: { ...known.control, currencyField: undefined } }
		: known;

function controlOfField(
	field: string,
	{ policy, requirements }: CompiledPolicy,
	record: unknown,
): ControlledField | undefined {
	const value = plainValueOf(readField(record, field));
	if (value === undefined || isLinked(field)) return undefined;
	const judging = requirements.filter((one) => one.requirement.field === field);
	const wanted = mostTelling(judging) ?? currencyChoice(field, requirements) ?? PLAIN_TEXT;
	const isSeveral = wanted.kind === 'list' || wanted.kind === 'choices';
	// Whether texts or rows belong into a list that is empty cannot be told.
	if (Array.isArray(value) && value.length === 0 && !isSeveral) return undefined;
	const words = judging.flatMap(({ requirement }) => requirement.alsoAccepted ?? []);
	const control = fitControl(wanted, value, policy.language);
	const alsoAccepted = words.length === 0 ? undefined : [...new Set(words)];
	const label =
		judging[0]?.requirement.label ?? policy.packet.find((one) => one.field === field)?.label;
	// Whoever changes an item must not change the lists of the policy.
	const own = structuredClone({ ...control, alsoAccepted });
	return { field, label: label ?? field, value, control: own };
}

/** Of the controls that the checks of a field want, the one that says most about the value. */
function mostTelling(judging: readonly CompiledRequirement[]): Control | undefined {
	const wanted = judging.flatMap(({ check }) => check.control ?? []);
	const kinds = (...names: Array<Control['kind']>) =>
		wanted.find(({ kind }) => names.includes(kind));
	return (
		wanted.find(({ kind }) => kind !== 'text' && kind !== 'longText') ??
		kinds('longText') ??
		kinds('text')
	);
}

/** The currencies in order, for a field that holds the currency of an amount. */
function currencyChoice(
	field: string,
	requirements: readonly CompiledRequirement[],
): Control | undefined {
	const options = requirements.flatMap(({ check: { control } }) =>
		control?.kind === 'amount' && control.currencyField === field ? control.currencies : [],
	);
	return options.length === 0 ? undefined : { kind: 'choice', options: [...new Set(options)] };
}

/** The value as it can be typed; undefined for objects, and for lists of them. */
function plainValueOf(value: unknown): PlainValue | undefined {
	const plain = typableSchema.safeParse(value ?? null);
	return plain.data;
}

/** A list has entries that can be typed on a line each. */
const typableSchema = plainValueSchema.refine((value) => {
	if (!Array.isArray(value)) return typeof value !== 'string' || value.length <= LONGEST_VALUE;
	const isOneLine = value.every((entry) => !/[\r\n]/.test(String(entry)));
	return isOneLine && value.join('\n').length <= LONGEST_VALUE;
});
