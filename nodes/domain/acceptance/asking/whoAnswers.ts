import { isEmailAddress, sameAddress } from '../../base/emailAddress';
import type { AskedQuestion } from '../../handoff/askedQuestion';
import type { Handoff } from '../../handoff/envelope';
import { fixerNamed } from '../../wording/whomToTell';

/**
 * Who is to answer a question: whoever fixes the field that it is about, where the policy names such a
 * person with an address, and otherwise the sender. Nobody answers their own question.
 *
 * @param by address of who asks
 * @returns undefined when nobody could be sent a link
 */
export function whoAnswers(
	{ sender, agreed }: Pick<Handoff, 'sender' | 'agreed'>,
	{ field, by }: { field?: string; by: string },
): AskedQuestion['to'] | undefined {
	const { fixer = '' } = agreed.fields.find((one) => one.field === field && one.fixer) ?? {};
	const named = fixerNamed(fixer, agreed);
	const { name, email = '', language } = sender;
	const known = { name: name ?? email, email, ...(language === undefined ? {} : { language }) };
	return [...(named === undefined ? [] : [named]), known].find(
		(person) => isEmailAddress(person.email) && !sameAddress(person.email, by),
	);
}
