import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import { modeSchema, type Mode } from '../domain/handoff/mode';
import type { CompiledPolicy } from '../domain/readiness/compilePolicy';
import { holdsExpression } from '../shared/holdsExpression';
import { jsonValue } from '../shared/jsonValue';
import { readParameter } from '../shared/readParameter';
import { buildPolicyDocument, parsePolicyForm } from './formPolicy';
import { createPolicyCache } from './policyCache';
import { withoutConditions, withRawConditions } from './rawConditions';

const FORM_PARAMETERS = [
	'policyId',
	'recordId',
	'requirements',
	'recordDetails',
	'sender',
	'receivingTeam',
	'receivingPeople',
	'otherFixers',
	'packet',
	'morePolicy',
] as const;

/** The record parameter as it stands by default: the item's own record. */
const OWN_RECORD = /^=\s*\{\{\s*\$json\s*\}\}\s*$/;

/** Gives the policy that an item is held against. */
export type ReadPolicy = (itemIndex: number) => CompiledPolicy;

/**
 * Finds the policy of the node. It is read and compiled once when no expression is in it; one with
 * expressions is read for each item, and equal ones are compiled once.
 */
export function policyReader(context: IExecuteFunctions): ReadPolicy {
	const compile = createPolicyCache();
	const names = usesForm(context) ? FORM_PARAMETERS : (['policy'] as const);
	const varies = names.some((name) => variesByItem(context, name));
	let fixed: CompiledPolicy | undefined;
	return (itemIndex) => {
		if (varies) return compile(readDocument(context, itemIndex));
		fixed ??= compile(readDocument(context, itemIndex));
		return fixed;
	};
}

const usesForm = (context: IExecuteFunctions): boolean =>
	readParameter(
		context,
		{ name: 'policyFrom', displayName: 'Define Policy', itemIndex: 0 },
		z.enum(['form', 'json']),
	) === 'form';

function readDocument(context: IExecuteFunctions, itemIndex: number): unknown {
	if (!usesForm(context)) return context.getNodeParameter('policy', itemIndex);
	const values = FORM_PARAMETERS.map((name) => {
		const value = context.getNodeParameter(name, itemIndex);
		const written = name === 'requirements';
		return [name, written ? withRawConditions(value, rawParameter(context, name)) : value];
	});
	return buildPolicyDocument(parsePolicyForm(Object.fromEntries(values)));
}

const rawParameter = (context: IExecuteFunctions, name: string): unknown =>
	context.getNodeParameter(name, 0, undefined, { rawExpressions: true });

function variesByItem(context: IExecuteFunctions, name: string): boolean {
	const raw = rawParameter(context, name);
	return holdsExpression(name === 'requirements' ? withoutConditions(raw) : raw);
}

/** For how many records something is done in one run. */
export const readMostAtOnce = (context: IExecuteFunctions): number =>
	readParameter(
		context,
		{ name: 'mostAtOnce', displayName: 'Most at Once', itemIndex: 0 },
		z.number().int().positive(),
	);

/** Whether each record leaves with what to tell the system that sent it. */
export const readAddAnswer = (context: IExecuteFunctions): boolean =>
	readParameter(
		context,
		{ name: 'addAnswer', displayName: 'Add Answer', itemIndex: 0 },
		z.boolean(),
	);

/** Gives the mode for an item; one without an expression is read once. */
export function modeReader(context: IExecuteFunctions): (itemIndex: number) => Mode {
	const read = (itemIndex: number) =>
		readParameter(context, { name: 'mode', displayName: 'Mode', itemIndex }, modeSchema);
	if (holdsExpression(rawParameter(context, 'mode'))) return read;
	const fixed = read(0);
	return () => fixed;
}

/** Gives the record that is judged; the item's own is not copied through an expression. */
export function recordReader(
	context: IExecuteFunctions,
): (item: INodeExecutionData, itemIndex: number) => unknown {
	const raw = rawParameter(context, 'record');
	const own = typeof raw === 'string' && OWN_RECORD.test(raw);
	return (item, itemIndex) =>
		own ? item.json : jsonValue(context.getNodeParameter('record', itemIndex));
}

/**
 * Gives the earlier rows of the ledger that come with the items; anything that is not a list of rows
 * counts as none. Where a ledger is chosen nobody hands rows in.
 */
export function earlierRowsReader(context: IExecuteFunctions): (itemIndex: number) => unknown[] {
	if (context.getNodeParameter('keepLedger', 0) !== 'nowhere') return () => [];
	const read = valueReader(context, 'earlierLedgerRows');
	return (itemIndex) => {
		const rows = read(itemIndex);
		if (rows === undefined || rows === null) return [];
		return Array.isArray(rows) ? rows : [rows];
	};
}

/**
 * Gives what a parameter holds that takes JSON, also as text; text that is not JSON stays as it is.
 * One without an expression says the same for every item and is read once.
 */
export function valueReader(
	context: IExecuteFunctions,
	name: 'earlierLedgerRows' | 'waivers' | 'proposals',
): (itemIndex: number) => unknown {
	if (holdsExpression(rawParameter(context, name))) {
		return (itemIndex) => jsonValue(context.getNodeParameter(name, itemIndex));
	}
	const fixed = jsonValue(context.getNodeParameter(name, 0));
	return () => fixed;
}

/** The field that says as of which day a record is judged; empty for all of today. */
export const asOfPath = (context: IExecuteFunctions): string =>
	readParameter(context, { name: 'asOf', displayName: 'As Of', itemIndex: 0 }, z.string());
