import { type RequirementRow } from './requirementRow';

/**
 * Builds the requirement of a policy document from a row of the form. Mistakes pass through as they
 * are: the policy's own reader tells them, with their place.
 */
export const buildRequirement = (row: RequirementRow) => ({
	id: row.id || slugOf(labelOf(row)),
	label: labelOf(row),
	field: row.field,
	check: { kind: row.kind, ...SETTINGS[row.kind]?.(row) },
	when: buildCondition(row),
	severity: row.severity,
	fixer: row.fixer || 'sender',
	howToFix: row.howToFix,
	fixUrl: row.fixUrl || undefined,
});

/** A label from the end of a path: `properties.kick_off_date` becomes `Kick off date`. */
function labelOf({ label, field }: Pick<RequirementRow, 'label' | 'field'>): string {
	if (label !== '') return label;
	const words = (field.split('.').at(-1) ?? '')
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '')
		.join(' ')
		.toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An id from a label: `Kick-off date` becomes `kick-off-date`. */
const slugOf = (label: string): string =>
	label
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '')
		.join('-');

/** What each check takes from the row; a check that is not named here has no settings. */
const SETTINGS: Record<string, (row: RequirementRow) => object> = {
	text: (row) => ({
		minLength: numberOrText(row.minLength),
		maxLength: numberOrText(row.maxLength),
		pattern: row.pattern || undefined,
		patternLabel: row.patternLabel || undefined,
	}),
	number: ({ integer, ...row }) => ({ ...rangeOf(row), integer }),
	money: ({ currencies, currencyField, decimal, ...row }) => ({
		...rangeOf(row),
		currencies: listOf(currencies),
		currencyField: currencyField || undefined,
		decimal: decimal === 'auto' ? undefined : decimal,
	}),
	date: ({ after, before, format, timezone }) => ({
		after: readLimit(after),
		before: readLimit(before),
		format: format || undefined,
		timezone: timezone || undefined,
	}),
	oneOf: ({ values, matchCase }) => ({ values: listOf(values) ?? [], matchCase }),
	matchesField: ({ otherField, matchCase }) => ({ field: otherField, matchCase }),
	condition: ({ conditions }) => ({ filter: conditions ?? {} }),
	boolean: ({ is }) => ({ is: is === 'either' ? undefined : is === 'yes' }),
	url: ({ hosts }) => ({ hosts: listOf(hosts) }),
	phone: ({ international }) => ({ international }),
	list: ({ separator, eachKind, eachField, ...row }) => ({
		...rangeOf(row),
		separator: separator || undefined,
		each: eachOf(eachKind, eachField),
	}),
	fresh: ({ changedField, withinDays, timezone }) => ({
		changedField,
		withinDays,
		timezone: timezone || undefined,
	}),
};

const rangeOf = ({ min, max }: Pick<RequirementRow, 'min' | 'max'>) => ({
	min: numberOrText(min),
	max: numberOrText(max),
});

const eachOf = (kind: string, field: string) =>
	kind === 'anything' ? undefined : { field: field || undefined, check: { kind } };

/** What is no number stays text, so that the policy's reader can name it. */
function numberOrText(written: string): number | string | undefined {
	if (written === '') return undefined;
	return Number.isNaN(Number(written)) ? written : Number(written);
}

function listOf(written: string): string[] | undefined {
	const entries = written
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
	return entries.length === 0 ? undefined : entries;
}

const LIMIT = /^(.+?)(?:\s+([+-])\s*(\d{1,6})(?:\s+(working\s+)?days?)?)?$/;

/** Reads `2026-12-24`, `today + 14`, `closedate - 7 days` or `today + 5 working days`. */
function readLimit(written: string): unknown {
	const [, from = '', sign, count, working] = LIMIT.exec(written) ?? [];
	if (from === '') return undefined;
	const days = Number(count ?? 0) * (sign === '-' ? -1 : 1) || 0;
	const offset = working === undefined ? { days } : { workingDays: days };
	if (from.toLowerCase() === 'today') return offset;
	return /^\d/.test(from) ? written : { field: from, ...offset };
}

function buildCondition({ whenTest, whenField, whenValue }: RequirementRow): unknown {
	if (whenTest === 'always') return undefined;
	if (whenTest === 'present') return { field: whenField, present: true };
	if (whenTest === 'missing') return { field: whenField, present: false };
	if (whenTest === 'oneOf') return { field: whenField, oneOf: listOf(whenValue) ?? [] };
	const value = whenTest === 'equals' ? whenValue : (numberOrText(whenValue) ?? '');
	return { field: whenField, [whenTest]: value };
}
