import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { wordingChangesSchema, type Wording } from '../domain/acceptance/page/wording';
import { WORDINGS } from '../domain/acceptance/page/wordings/wordings';
import { handoffSchema, type Handoff } from '../domain/envelope';
import { personSchema, type Person } from '../domain/message/message';
import { HandoffProblem } from '../domain/problem';
import { targetSchema, type Target } from '../domain/time/target';
import { readParameter } from '../shared/readParameter';

export interface AcceptParameters {
	handoff: Handoff;
	receivers: Person[];
	/** What holds when the policy agrees no `sla.accept`. */
	fallbackTarget: Target;
	look: { accent: string; logo: string };
	wording: Wording;
}

/** Reads what the user typed, for the one handoff of this execution. */
export function readParameters(context: IExecuteFunctions): AcceptParameters {
	const handoff = readHandoff(context);
	const named = readReceivers(context);
	return {
		handoff,
		receivers: named ?? handoff.receiver.people,
		fallbackTarget: readFallbackTarget(context),
		...readPage(context),
	};
}

function readHandoff(context: IExecuteFunctions): Handoff {
	const given: unknown = context.getNodeParameter('handoff', 0);
	const parsed = handoffSchema.safeParse(typeof given === 'string' ? parseJson(given) : given);
	if (parsed.success) return parsed.data;
	throw new HandoffProblem(
		'There is no handoff to accept: the item carries no envelope of Readiness Gate',
		"Put Readiness Gate before this node. When a node in between replaced the item, set “Handoff” to {{ $('Readiness Gate').item.json.handoff }}.",
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
		.regex(/^(#[0-9a-fA-F]{6})?$/, 'expected a color such as #3447c9')
		.default(''),
	logo: z
		.string()
		.regex(/^(data:image\/[^\s"'<>]+)?$/, 'expected an image as a data: URL')
		.default(''),
	language: z.enum(['nl', 'en', 'fr', 'de', 'pt', 'es']).default('en'),
	wording: z.unknown().transform((given) => (typeof given === 'string' ? parseJson(given) : given)),
});

function readPage(context: IExecuteFunctions): Pick<AcceptParameters, 'look' | 'wording'> {
	const field = { name: 'options', displayName: 'Options', itemIndex: 0 };
	const { language, wording, ...look } = readParameter(context, field, optionsSchema);
	const changes = wordingChangesSchema.safeParse(wording ?? {});
	if (changes.success) return { look, wording: { ...WORDINGS[language], ...changes.data } };
	const [issue] = changes.error.issues;
	throw new HandoffProblem(
		`“Wording” cannot be used: ${[...(issue?.path ?? []), issue?.message].join(' ')}`,
		'Write a JSON object whose members are names of texts of the decision page.',
	);
}
