import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Handoff } from '../domain/handoff/envelope';
import { receiverPersonSchema, type ReceiverPerson } from '../domain/handoff/receiverPerson';
import { isObject } from '../domain/base/isObject';
import { HandoffProblem } from '../domain/base/problem';
import type { Target } from '../domain/time/target';
import { readAllowance } from '../shared/readAllowance';
import { readEnvelope } from '../shared/readEnvelope';
import { readParameter } from '../shared/readParameter';
import { RESPOND_WITHIN } from './respondWithin';
import { readPageSettings, type PageSettings } from './pageParameters';

export interface AcceptParameters {
	handoff: Handoff;
	receivers: ReceiverPerson[];
	/** What holds when the policy agrees no `sla.accept`. */
	fallbackTarget: Target;
	/** How many of the receivers must accept. */
	acceptancesNeeded: number;
	/** Whether they are asked one after the other. */
	inTurn: boolean;
	page: PageSettings;
}

/** Reads what the user typed, for the one handoff of this execution. */
export function readParameters(context: IExecuteFunctions): AcceptParameters {
	const handoff = readEnvelope(context, 0, { verb: 'accept' });
	const receivers = readReceivers(context) ?? handoff.receiver.people;
	requireCalendars(receivers, handoff);
	return {
		handoff,
		receivers,
		fallbackTarget: readAllowance(context, { names: RESPOND_WITHIN, itemIndex: 0 }),
		acceptancesNeeded: readAcceptances(context, receivers.length),
		inTurn: readOrder(context) === 'inTurn',
		page: readPageSettings(context, { receivers, language: handoff.agreed.language }),
	};
}

/** Asked one after the other only where more than one person must accept. */
function readOrder(context: IExecuteFunctions): 'atOnce' | 'inTurn' {
	if (readRule(context) === 'first') return 'atOnce';
	const field = { name: 'order', displayName: 'Ask Them', itemIndex: 0 };
	return readParameter(context, field, z.enum(['atOnce', 'inTurn']).default('atOnce'));
}

const readRule = (context: IExecuteFunctions): 'first' | 'all' | 'number' =>
	readParameter(
		context,
		{ name: 'acceptedWhen', displayName: 'Accepted When', itemIndex: 0 },
		z.enum(['first', 'all', 'number']).default('first'),
	);

/** As many as there are receivers when everybody must accept. */
function readAcceptances(context: IExecuteFunctions, everybody: number): number {
	const chosen = readRule(context);
	if (chosen !== 'number') return chosen === 'all' ? Math.max(everybody, 1) : 1;
	const field = { name: 'acceptancesNeeded', displayName: 'People Needed', itemIndex: 0 };
	const needed = readParameter(context, field, z.number().int().positive());
	if (needed <= everybody) return needed;
	throw new HandoffProblem(
		`${needed} people must accept, but only ${everybody} can be asked`,
		'Lower “People Needed” or name more receivers.',
	);
}

/** The form gives empty texts for what was left out. */
const personRowSchema = z.preprocess(
	(row) =>
		isObject(row)
			? Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''))
			: row,
	receiverPersonSchema.extend({ name: z.string().default(''), email: z.string().default('') }),
);
const receiversSchema = z.object({ person: z.array(personRowSchema).default([]) });

function readReceivers(context: IExecuteFunctions): ReceiverPerson[] | undefined {
	const from = readParameter(
		context,
		{ name: 'receiversFrom', displayName: 'Receivers', itemIndex: 0 },
		z.enum(['policy', 'here']),
	);
	if (from === 'policy') return undefined;
	const people = { name: 'receivers', displayName: 'People', itemIndex: 0 };
	return readParameter(context, people, receiversSchema).person;
}

function requireCalendars(people: readonly ReceiverPerson[], { agreed }: Handoff): void {
	const unknown = people.find(
		({ calendar }) => calendar !== undefined && !Object.hasOwn(agreed.calendars, calendar),
	);
	if (unknown === undefined) return;
	throw new HandoffProblem(
		`“${unknown.calendar}”, the calendar of ${unknown.email}, is none of the policy's calendars`,
		'Write a name that stands under “calendars” of the policy, or leave “Calendar” empty.',
	);
}
