import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { ParameterContext } from '../shared/readParameter';

type Read = (itemIndex: number) => unknown;

/** `={{ $json.handoff }}`: the whole expression is one field of the item. */
const FIELD_OF_ITEM = /^=\{\{\s*\$json\.([A-Za-z_]\w*)\s*\}\}$/;
/** Nothing in it depends on the item, and one moment for the whole execution is what is meant. */
const NOW = /^=\{\{\s*\$now(\.toISO\(\))?\s*\}\}$/;

/**
 * Reads parameters as n8n does, but only what differs between items is evaluated for each item: an
 * expression costs n8n about half a millisecond, which a sweep over thousands of clocks would feel.
 */
export function steadyParameters(context: IExecuteFunctions): ParameterContext {
	const reads = new Map<string, Read>();
	return {
		getNodeParameter(name, itemIndex) {
			const read = reads.get(name) ?? planRead(context, name);
			reads.set(name, read);
			return read(itemIndex);
		},
	};
}

function planRead(context: IExecuteFunctions, name: string): Read {
	const raw: unknown = context.getNodeParameter(name, 0, undefined, { rawExpressions: true });
	const field = typeof raw === 'string' ? FIELD_OF_ITEM.exec(raw)?.[1] : undefined;
	if (field !== undefined) {
		const items = context.getInputData();
		return (itemIndex) => ownMember(items[itemIndex]?.json, field);
	}
	if (!hasExpression(raw) || (typeof raw === 'string' && NOW.test(raw))) {
		const value: unknown = context.getNodeParameter(name, 0);
		return () => value;
	}
	return (itemIndex) => context.getNodeParameter(name, itemIndex);
}

const ownMember = (json: IDataObject | undefined, field: string): unknown =>
	json !== undefined && Object.hasOwn(json, field) ? json[field] : undefined;

/** n8n marks an expression by an equals sign in front, at any depth of a parameter. */
function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);
}
