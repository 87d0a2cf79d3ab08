import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { CHECK_FORMS } from '../domain/policy/checks/checks';
import type { ShownField } from '../domain/policy/checks/formField';

/** The checks to choose from. */
export const checkNames: INodePropertyOptions[] = [...CHECK_FORMS]
	.map(([value, { name }]) => ({ name, value }))
	.sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** The fields of all checks. One that several checks have stands once, for each of them. */
export const checkFields: INodeProperties[] = [...kindsByField()].map(([shown, kinds]) => ({
	...shown,
	displayOptions: { show: { kind: kinds } },
}));

function kindsByField(): Map<ShownField, string[]> {
	const found = new Map<ShownField, string[]>();
	for (const [kind, { fields }] of CHECK_FORMS) {
		for (const { shown } of fields) found.set(shown, [...(found.get(shown) ?? []), kind]);
	}
	return found;
}
