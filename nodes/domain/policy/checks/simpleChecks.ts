import { z } from 'zod';
import { booleanCheck } from './boolean';
import type { Check, CheckSurroundings, CompiledCheck } from './check';
import { dateCheck } from './date';
import type { CheckForm } from './formField';
import { emailCheck } from './email';
import { filterCheck } from './filterCheck';
import { freshCheck } from './fresh';
import { matchesFieldCheck } from './matchesField';
import { moneyCheck } from './money';
import { numberCheck } from './number';
import { oneOfCheck } from './oneOf';
import { phoneCheck } from './phone';
import { presentCheck } from './present';
import { shareCheck } from './share';
import { sumCheck } from './sum';
import { textCheck } from './text';
import { urlCheck } from './url';

/** Settings of a check that judges one value. */
export const simpleCheckSchema = z.discriminatedUnion('kind', [
	presentCheck.schema,
	textCheck.schema,
	numberCheck.schema,
	moneyCheck.schema,
	dateCheck.schema,
	emailCheck.schema,
	urlCheck.schema,
	phoneCheck.schema,
	oneOfCheck.schema,
	booleanCheck.schema,
	sumCheck.schema,
	shareCheck.schema,
	matchesFieldCheck.schema,
	freshCheck.schema,
	filterCheck.schema,
]);
export type SimpleCheckSettings = z.infer<typeof simpleCheckSchema>;

const CHECKS: Record<SimpleCheckSettings['kind'], Check> = {
	present: presentCheck,
	text: textCheck,
	number: numberCheck,
	money: moneyCheck,
	date: dateCheck,
	email: emailCheck,
	url: urlCheck,
	phone: phoneCheck,
	oneOf: oneOfCheck,
	boolean: booleanCheck,
	sum: sumCheck,
	share: shareCheck,
	matchesField: matchesFieldCheck,
	fresh: freshCheck,
	condition: filterCheck,
};

/** The forms of the checks, by kind. */
export const SIMPLE_FORMS: Array<[kind: string, form: CheckForm]> = Object.entries(CHECKS).map(
	([kind, { form }]) => [kind, form],
);

/** The checks that need no setting, and those whose settings stand beside, to choose one from. */
export const checksToChoose = (beside: readonly string[]): Array<{ name: string; value: string }> =>
	SIMPLE_FORMS.filter(
		([kind]) => beside.includes(kind) || simpleCheckSchema.safeParse({ kind }).success,
	)
		.map(([value, { name }]) => ({ name, value }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** @throws HandoffProblem when the settings contradict each other */
export const compileSimpleCheck = (
	settings: SimpleCheckSettings,
	around: CheckSurroundings,
): CompiledCheck => CHECKS[settings.kind].compile(settings, around);
