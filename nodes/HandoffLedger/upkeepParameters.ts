import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Instant } from '../domain/base/instant';
import { HandoffProblem } from '../domain/base/problem';
import { instantOf, readCells, textOf } from '../domain/ledger/cells';
import { asPseudonym, pseudonymFor, type ForgottenPerson } from '../domain/upkeep/pseudonym';
import { jsonValue } from '../shared/jsonValue';
import { readParameter, type ParameterContext } from '../shared/readParameter';

const first = { itemIndex: 0 };

export const readWhichRows = (context: ParameterContext) =>
	readParameter(
		context,
		{ name: 'rowsOf', displayName: 'Rows Of', ...first },
		z.enum(['all', 'handoff', 'policy']),
	);

/** The id of a policy; empty for all policies. */
export const readPolicyChoice = (context: ParameterContext): string =>
	readParameter(
		context,
		{ name: 'policyId', displayName: 'Policy ID', ...first },
		z.string().trim(),
	);

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * From when on rows are wanted: a day, which begins in UTC, or a point in time with its offset.
 *
 * @returns undefined for all rows
 */
export function readSinceDay(context: ParameterContext): Instant | undefined {
	const parameter = { name: 'since', displayName: 'Since', ...first };
	const text = readParameter(context, parameter, z.string().trim());
	if (text === '') return undefined;
	const since = instantOf(DAY.test(text) ? `${text}T00:00:00Z` : text);
	if (since !== undefined) return since;
	throw new HandoffProblem(
		`“Since” is no date: “${text}”`,
		'Give a day, such as 2026-12-24, or a point in time with its offset; or nothing, for all rows.',
	);
}

export const readDays = (context: ParameterContext): number =>
	readParameter(
		context,
		{ name: 'days', displayName: 'Finished Days Ago', ...first },
		z.coerce.number().int().min(0, 'expected a number of days'),
	);

export const readMostHandoffs = (context: ParameterContext): number =>
	readParameter(
		context,
		{ name: 'mostHandoffs', displayName: 'Handoffs at Most', ...first },
		z.coerce.number().int().min(1, 'expected how many handoffs'),
	);

interface ArchivedRow {
	handoffId: string;
	eventId: string;
}

/**
 * The rows that come in: one with each item, or all of them with the first.
 *
 * @throws HandoffProblem when something else comes in
 */
export function readArchivedRows(
	context: ParameterContext & Pick<IExecuteFunctions, 'getInputData'>,
): ArchivedRow[] {
	return context
		.getInputData()
		.flatMap((_item, index) => [jsonValue(context.getNodeParameter('rows', index))].flat())
		.map((row) => {
			const cells = readCells(row);
			const [handoffId, eventId] = [textOf(cells?.handoffId), textOf(cells?.eventId)];
			if (handoffId !== '' && eventId !== '') return { handoffId, eventId };
			throw new HandoffProblem(
				'What comes in is no ledger row: it has no handoffId and eventId',
				"Hand in the rows that Archive gave, once they are stored: {{ $('Archive').all().map((row) => row.json) }} with “Execute Once” turned on.",
			);
		});
}

export function readForgottenPerson(context: ParameterContext, itemIndex: number): ForgottenPerson {
	const email = readParameter(
		context,
		{ name: 'email', displayName: 'E-Mail Address', itemIndex },
		z.string().trim().email('expected the e-mail address of the person'),
	);
	const name = readParameter(
		context,
		{ name: 'personName', displayName: 'Name', itemIndex },
		z
			.string()
			.trim()
			.regex(/^(.{3,200})?$/u, 'expected the full name, or nothing'),
	);
	const chosen = readParameter(
		context,
		{ name: 'pseudonym', displayName: 'Pseudonym', itemIndex },
		z
			.string()
			.trim()
			.regex(/^[a-z0-9-]{0,40}$/, 'expected small letters, digits and hyphens, or nothing'),
	);
	return { email, name, pseudonym: chosen === '' ? pseudonymFor(email) : asPseudonym(chosen) };
}

export const readRewriteSealed = (context: ParameterContext): boolean =>
	readParameter(
		context,
		{ name: 'rewriteSealed', displayName: 'Rewrite Sealed Rows', ...first },
		z.boolean(),
	);
