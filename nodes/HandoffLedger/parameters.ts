import { z } from 'zod';
import type { Agreed } from '../domain/handoff/envelope';
import type { Waiver } from '../domain/handoff/verdict';
import type { NamedHandoff } from '../domain/upkeep/subject';
import { readEnvelope } from '../shared/readEnvelope';
import { readParameter, type ParameterContext } from '../shared/readParameter';

const LONGEST_TEXT = 2000;

/**
 * The handoff that an item is about: its envelope, or its id as text.
 *
 * @throws HandoffProblem when neither is given
 */
export function readNamedHandoff(context: ParameterContext, itemIndex: number): NamedHandoff {
	const given = context.getNodeParameter('handoff', itemIndex);
	if (typeof given === 'string' && /^[^{\s]+$/.test(given.trim())) return given.trim();
	const otherwise = 'give the id of the handoff';
	return readEnvelope(context, itemIndex, { verb: 'note anything about', otherwise });
}

/** The requirements that the policy of an envelope has; an id alone tells none. */
export const requirementsOf = (named: NamedHandoff): { requirements?: Agreed['fields'] } =>
	typeof named === 'string' ? {} : { requirements: named.agreed.fields };

const text = (expected: string) =>
	z
		.string({ required_error: expected, invalid_type_error: expected })
		.trim()
		.min(1, expected)
		.max(LONGEST_TEXT, `expected at most ${LONGEST_TEXT} characters`);

/** The address of what was set up; empty when there is none. */
export const readAddress = (context: ParameterContext, itemIndex: number): string =>
	readParameter(
		context,
		{ name: 'url', displayName: 'Address', itemIndex },
		z.string().trim().max(LONGEST_TEXT).nullish(),
	) ?? '';

const readRequirementId = (context: ParameterContext, itemIndex: number): string =>
	readParameter(
		context,
		{ name: 'requirementId', displayName: 'Requirement ID', itemIndex },
		text('expected the id of a requirement of the policy'),
	);

export const readWaiver = (context: ParameterContext, itemIndex: number): Waiver => ({
	requirementId: readRequirementId(context, itemIndex),
	reason: readParameter(
		context,
		{ name: 'reason', displayName: 'Reason', itemIndex },
		text('expected the reason of the exception'),
	),
	approvedBy: readParameter(
		context,
		{ name: 'approvedBy', displayName: 'Approved By', itemIndex },
		text('expected who approved it'),
	),
	expiresAt: readParameter(
		context,
		{ name: 'expiresAt', displayName: 'Expires At', itemIndex },
		text('expected a day or a point in time'),
	),
});

export const readRevocation = (
	context: ParameterContext,
	itemIndex: number,
): Pick<Waiver, 'requirementId' | 'reason'> => ({
	requirementId: readRequirementId(context, itemIndex),
	reason: readParameter(
		context,
		{ name: 'revokedBecause', displayName: 'Reason', itemIndex },
		z.string().trim().max(LONGEST_TEXT),
	),
});
