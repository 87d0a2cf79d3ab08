import { z } from 'zod';
import type { PlainValue } from '../handoff/control';
import type { CorrectableField, CorrectionTerms } from '../handoff/correction';
import { pathsIn } from '../policy/compileText';
import type { Requirement } from '../policy/policy';
import { compilePath, readField } from '../base/record';
import { parsePath } from '../base/parsePath';
import { withField } from '../base/withField';
import { approverPaths } from './approvers';
import type { CompiledPolicy } from './compilePolicy';
import { judgedPaths } from './policyPaths';

/** A longer text is no value that somebody corrects on a page. */
const LONGEST_VALUE = 4000;
const DAY = /^(\d{4}-\d\d-\d\d)?$/;

/**
 * What the receiving team may correct of a record, with what it takes to judge it again. Objects and
 * lists of them are left out: they cannot be typed into a field.
 *
 * @returns undefined where the policy allows nothing
 */
export function correctionTerms(
	compiled: CompiledPolicy,
	record: unknown,
): CorrectionTerms | undefined {
	const { correctable = [] } = compiled.policy.acceptance;
	const fields = correctable.flatMap((field) => correctableFields(compiled, field, record));
	return fields.length === 0 ? undefined : { fields, ...termsToJudge(compiled, record) };
}

/** What it takes to judge a record once more: the part of the policy that judges, and its values. */
export function termsToJudge(
	compiled: CompiledPolicy,
	record: unknown,
): Pick<CorrectionTerms, 'policy' | 'record'> {
	const { id, version, record: reference, requirements, placeholders, sources } = compiled.policy;
	const { waivers } = compiled.policy;
	return {
		policy: { id, version, record: reference, requirements, placeholders, sources, waivers },
		record: onlyJudged(compiled, record),
	};
}

function correctableFields(
	{ policy: { requirements, packet } }: CompiledPolicy,
	field: string,
	record: unknown,
): CorrectableField[] {
	const value = plainValueOf(readField(record, field));
	if (value === undefined) return [];
	const judging = requirements.filter((one) => one.field === field);
	const label = [...judging, ...packet.filter((one) => one.field === field)][0]?.label ?? field;
	const options = optionsOf(judging, value) ?? currenciesFor(field, requirements);
	const list = isList(value, judging);
	const day = judging.some(({ check }) => check.kind === 'date') && DAY.test(String(value ?? ''));
	return [
		{
			field,
			label,
			value,
			...(options && { options }),
			...(day && { day }),
			...(list && { list }),
		},
	];
}

/** The choices that a check agrees on; yes and no also where the record holds one of them. */
function optionsOf(
	judging: readonly Requirement[],
	value: PlainValue,
): CorrectableField['options'] {
	if (Array.isArray(value)) return undefined;
	if (typeof value === 'boolean') return [true, false];
	const [check] = judging.map((one) => one.check).filter(({ kind }) => CHOICES.has(kind));
	if (check?.kind === 'oneOf') return check.values;
	return check?.kind === 'boolean' ? [true, false] : undefined;
}

/** The currencies in order, for a field that holds the currency of an amount. */
function currenciesFor(
	field: string,
	requirements: readonly Requirement[],
): CorrectableField['options'] {
	const currencies = requirements.flatMap(({ check }) =>
		check.kind === 'money' && check.currencyField === field ? (check.currencies ?? []) : [],
	);
	return currencies.length === 0 ? undefined : [...new Set(currencies)];
}

/** A list, or a value that is missing where only a list, and no text with separators, is in order. */
const isList = (value: PlainValue, judging: readonly Requirement[]): boolean =>
	Array.isArray(value) ||
	(value === null &&
		judging.some(({ check }) => check.kind === 'list' && check.separator === undefined));

const CHOICES: ReadonlySet<string> = new Set(['oneOf', 'boolean']);

function plainValueOf(value: unknown): PlainValue | undefined {
	if (value === undefined || value === null) return null;
	if (typeof value === 'string') return value.length > LONGEST_VALUE ? undefined : value;
	if (Array.isArray(value)) return entriesSchema.safeParse(value).data;
	return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** A list whose entries can be typed on a line each. */
const entriesSchema = z
	.array(z.union([z.string(), z.number(), z.boolean()]))
	.refine((entries) => entries.join('\n').length <= LONGEST_VALUE)
	.refine((entries) => entries.every((entry) => !/[\r\n]/.test(String(entry))));

/** The values that the requirements look at; shorter paths first, so that none covers another. */
function onlyJudged(
	{ policy, requirements }: CompiledPolicy,
	record: unknown,
): Record<string, unknown> {
	const links = policy.requirements.flatMap(({ fixUrl = '' }) => pathsIn(fixUrl, 'text'));
	const paths = [
		...pathsIn(policy.record.id, 'path'),
		...approverPaths(policy),
		...judgedPaths(requirements),
		...links,
	];
	const kept = [...new Set([...paths, ...(policy.acceptance.correctable ?? [])])]
		.sort((one, other) => depthOf(one) - depthOf(other))
		.reduce<unknown>((copy, path) => {
			const value = compilePath(path)(record);
			return value === undefined ? copy : withField(copy, path, value);
		}, {});
	return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}

const depthOf = (path: string): number => parsePath(path)?.length ?? 0;
