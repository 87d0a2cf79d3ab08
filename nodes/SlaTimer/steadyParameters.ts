import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { holdsExpression } from '../shared/holdsExpression';
import type { ParameterContext } from '../shared/readParameter';

/** Parameters of which it is known whether they are the same for all items. */
export interface SteadyParameters extends ParameterContext {
	isSteady(name: string): boolean;
	/** The zone of the workflow. */
	getTimezone(): string;
}

interface Read {
	steady: boolean;
	valueFor(itemIndex: number): unknown;
}

/** `={{ $json.handoff }}`: the whole expression is one field of the item. */
const FIELD_OF_ITEM = /^=\{\{\s*\$json\.([A-Za-z_]\w*)\s*\}\}$/;
/** Nothing in it depends on the item, and one moment for the whole execution is what is meant. */
const NOW = /^=\{\{\s*\$now(\.toISO\(\))?\s*\}\}$/;

/**
 * Reads parameters as n8n does, but only what differs between items is evaluated for each item: an
 * expression costs n8n about half a millisecond, which a sweep over thousands of clocks would feel.
 */
export function steadyParameters(context: IExecuteFunctions): SteadyParameters {
	const reads = new Map<string, Read>();
	const readOf = (name: string): Read => {
		const read = reads.get(name) ?? planRead(context, name);
		reads.set(name, read);
		return read;
	};
	return {
		getNodeParameter: (name, itemIndex) => readOf(name).valueFor(itemIndex),
		isSteady: (name) => readOf(name).steady,
		getTimezone: () => context.getTimezone(),
	};
}

function planRead(context: IExecuteFunctions, name: string): Read {
	const raw: unknown = context.getNodeParameter(name, 0, undefined, { rawExpressions: true });
	const field = typeof raw === 'string' ? FIELD_OF_ITEM.exec(raw)?.[1] : undefined;
	if (field !== undefined) {
		const items = context.getInputData();
		return { steady: false, valueFor: (itemIndex) => ownMember(items[itemIndex]?.json, field) };
	}
	if (!holdsExpression(raw) || (typeof raw === 'string' && NOW.test(raw))) {
		const value: unknown = context.getNodeParameter(name, 0);
		return { steady: true, valueFor: () => value };
	}
	return { steady: false, valueFor: (itemIndex) => context.getNodeParameter(name, itemIndex) };
}

const ownMember = (json: IDataObject | undefined, field: string): unknown =>
	json !== undefined && Object.hasOwn(json, field) ? json[field] : undefined;
