import { CHECK_FORMS } from '../domain/policy/checks/checks';
import { readListText, readNumberText } from '../domain/policy/checks/formField';
import type { RequirementRow } from './requirementRow';

/**
 * Builds the requirement of a policy document from a row of the form. Mistakes pass through as they
 * are: the policy's own reader tells them, with their place.
 */
export const buildRequirement = (row: RequirementRow) => ({
	id: row.id || slugOf(labelOf(row)),
	label: labelOf(row),
	field: row.field,
	check: { kind: row.kind, ...settingsOf(row) },
	alsoAccepted: row.alsoAccepted,
	when: buildCondition(row),
	severity: row.severity,
	fixer: row.fixer || 'sender',
	howToFix: row.howToFix,
	message: row.message,
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

/** The settings of the check of a row, as its form makes them; none for a check without a form. */
function settingsOf(row: RequirementRow): Record<string, unknown> {
	const form = CHECK_FORMS.get(row.kind);
	if (form === undefined) return {};
	const entered = Object.fromEntries(
		form.fields.map(({ shown, setting = shown.name }) => [setting, row[shown.name]]),
	);
	return form.build?.(entered) ?? entered;
}

function buildCondition({ whenTest, whenField, whenValue, ...more }: RequirementRow): unknown {
	if (whenTest === 'always') return undefined;
	const tests = [{ whenTest, whenField, whenValue }, ...more.moreTests].map(buildTest);
	return tests.length === 1 ? tests[0] : { [more.whenJoin]: tests };
}

function buildTest({
	whenTest,
	whenField,
	whenValue,
}: RequirementRow['moreTests'][number]): unknown {
	if (whenTest === 'present') return { field: whenField, present: true };
	if (whenTest === 'missing') return { field: whenField, present: false };
	if (whenTest === 'oneOf') return { field: whenField, oneOf: readListText(whenValue) ?? [] };
	const isNumber = whenTest === 'atLeast' || whenTest === 'atMost';
	const value = isNumber ? (readNumberText(whenValue) ?? '') : whenValue;
	return { field: whenField, [whenTest]: value };
}
