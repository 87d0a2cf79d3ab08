import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { handoffSchema, type Handoff } from '../domain/envelope';
import { personSchema, type Person } from '../domain/message/message';
import { HandoffProblem } from '../domain/problem';
import type { Target } from '../domain/time/target';
import { targetSchema } from '../domain/time/target';
import { readParameter } from '../shared/readParameter';

export interface AcceptParameters {
	handoff: Handoff;
	receivers: Person[];
	/** What holds when the policy agrees no `sla.accept`. */
	fallbackTarget: Target;
	page: { accent: string; logo: string; wording: Record<string, string> };
}

/** Reads what the user typed, for the one handoff of this execution. */
export function readParameters(context: IExecuteFunctions): AcceptParameters {
	const handoff = readHandoff(context);
	const named = readReceivers(context);
	return {
		handoff,
		receivers: named ?? handoff.receiver.people,
		fallbackTarget: readFallbackTarget(context),
		page: readPage(context),
	};
}

function readHandoff(context: IExecuteFunctions): Handoff {
	const given: unknown = context.getNodeParameter('handoff', 0);
	const parsed = handoffSchema.safeParse(typeof given === 'string' ? parseJson(given) : given);
	if (parsed.success) return parsed.data;
	throw new HandoffProblem(
		'There is no handoff to accept: the item carries no envelope of Readiness Gate',
		'Put Readiness Gate before this node. When a node in between replaced the item, set “Handoff” to {{ $(\'Readiness Gate\').item.json.handoff }}.',
	);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const receiversSchema = z.object({ person: z.array(personSchema).default([]) });

function readReceivers(context: IExecuteFunctions): Person[] | undefined {
	const from = readParameter(
		context,
		{ name: 'receiversFrom', displayName: 'Receivers', itemIndex: 0 },
		z.enum(['policy', 'here']),
	);
	if (from === 'policy') return undefined;
	const people = { name: 'receivers', displayName: 'People', itemIndex: 0 };
	return readParameter(context, people, receiversSchema).person;
}

const MINUTES_PER_HOUR = 60;

function readFallbackTarget(context: IExecuteFunctions): Target {
	const field = { name: 'respondWithinHours', displayName: 'Respond Within (Hours)', itemIndex: 0 };
	const hours = readParameter(context, field, z.number().positive());
	return targetSchema.parse({ minutes: hours * MINUTES_PER_HOUR });
}

const optionsSchema = z.object({
	accent: z
		.string()
		.regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour such as #1f6feb')
		.default('#1f6feb'),
	logo: z
		.string()
		.regex(/^(data:image\/(png|svg\+xml|jpeg|webp);base64,[A-Za-z0-9+/=]+)?$/, 'expected a data: URL')
		.default(''),
	wording: z
		.union([z.string().transform(parseJson), z.record(z.string())])
		.pipe(z.record(z.string()))
		.default({}),
});

function readPage(context: IExecuteFunctions): AcceptParameters['page'] {
	const field = { name: 'options', displayName: 'Options', itemIndex: 0 };
	return readParameter(context, field, optionsSchema);
}
