import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { domainOf } from '../domain/base/emailAddress';
import { hashPassword, type PasswordHash } from '../domain/handoff/proof';
import type { Person } from '../domain/base/message';
import { HandoffProblem } from '../domain/base/problem';
import type { Language } from '../domain/language/languages';
import { lookShape, readLook, type PageLook } from '../shared/pageLook';
import { readParameter } from '../shared/readParameter';

/** How the decision page looks and speaks, and what it asks of whoever decides. */
export interface PageSettings extends PageLook {
	password?: PasswordHash;
	asksCode: boolean;
	/** Whether, and to which mail domains, the question may be handed on. */
	forwarding?: { domains?: string[] };
}

const optionsSchema = z.object({
	...lookShape,
	code: z.boolean().default(false),
	forwarding: z.enum(['off', 'sameDomain', 'anybody']).default('sameDomain'),
	password: z.string().default(''),
});
type Options = z.infer<typeof optionsSchema>;

/**
 * Reads the options of the page. Without a language of its own it speaks that of the policy. The
 * password is hashed at once and kept in no other form.
 */
export function readPageSettings(
	context: IExecuteFunctions,
	{ receivers, language }: { receivers: readonly Person[]; language: Language | undefined },
): PageSettings {
	const field = { name: 'options', displayName: 'Options', itemIndex: 0 };
	const options = readParameter(context, field, optionsSchema);
	const forwarding = forwardingOf(options, receivers);
	return {
		...readLook(options, language),
		asksCode: options.code,
		...(options.password === '' ? {} : { password: readPassword(options) }),
		...(forwarding === undefined ? {} : { forwarding }),
	};
}

/** Guesses cannot be counted while a request waits: a short password would not hold. */
const SHORTEST_PASSWORD = 8;

function readPassword({ password }: Options): PasswordHash {
	if (password.length >= SHORTEST_PASSWORD) return hashPassword(password);
	throw new HandoffProblem(
		'“Page Password” is too short',
		`Use at least ${SHORTEST_PASSWORD} characters, because wrong guesses cannot be counted.`,
	);
}

function forwardingOf(
	{ forwarding }: Options,
	receivers: readonly Person[],
): PageSettings['forwarding'] {
	if (forwarding === 'off') return undefined;
	if (forwarding === 'anybody') return {};
	return { domains: [...new Set(receivers.map(({ email }) => domainOf(email)))] };
}
