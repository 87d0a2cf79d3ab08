import type { ControlledField, ControlOf, TypedValue } from '../handoff/control';
import { oneOfThese, say, type Sentence, type Value } from '../language/sentence';
import type { Wording } from '../language/wording';
import { agreedCurrency, readCurrency, type StatedCurrency } from '../policy/currencies';
import { readable } from '../policy/readable';
import { textsOfValue, type ControlTexts } from './controlTexts';
import { readTypedAmount, storedNumber } from './typedNumber';

type Known = ControlledField & { control: ControlOf<'amount'> };

/** Whether the currency is asked for beside the amount. */
export const asksCurrency = ({ storedAs, currencyField }: ControlOf<'amount'>): boolean =>
	storedAs === 'withCurrency' || currencyField !== undefined;

/**
 * An amount, and its currency where that has a place in the record: in a field of its own, or in one
 * text with the amount. What was not changed of the two is left out.
 *
 * @returns what is wrong with it, such as two currencies that contradict each other
 */
export function typedAmount(
	typed: ControlTexts,
	known: Known,
	wording: Wording,
): TypedValue[] | Sentence {
	const { field, control } = known;
	const text = typed.texts.join(' ');
	const money = readTypedAmount(text, control.decimal);
	if ('code' in money) return money;
	const currency = asksCurrency(control)
		? currencyOf(money.currency, typed.currency, control, wording)
		: money.currency && say('valueWithCurrency');
	if (typeof currency === 'object') return currency;
	const { storedAs, decimal } = control;
	const isBeside = storedAs === 'withCurrency';
	const stored = storedNumber(money.amount, text, {
		decimal,
		storedAs: isBeside ? 'text' : storedAs,
	});
	if (typeof stored === 'object') return stored;
	if (isBeside) return [{ field, value: `${stored} ${currency ?? ''}`.trim() }];
	return onlyChanged({ typed, known, currency }, stored, wording);
}

interface ReadAmount {
	typed: ControlTexts;
	known: Known;
	currency: string | undefined;
}

function onlyChanged(
	{ typed, known, currency }: ReadAmount,
	value: string | number,
	wording: Wording,
): TypedValue[] {
	const { field, control } = known;
	const before = textsOfValue(known, wording);
	const isOther = before.texts.join(' ') !== typed.texts.join(' ');
	const { currencyField } = control;
	const isOtherCurrency = typed.currency === '' || typed.currency !== before.currency;
	return [
		...(isOther ? [{ field, value }] : []),
		...(isOtherCurrency && currency !== undefined && currencyField !== undefined
			? [{ field: currencyField, value: currency }]
			: []),
	];
}

/** The code of the one currency that is meant by what is written with the amount and beside it. */
function currencyOf(
	written: StatedCurrency | undefined,
	beside: string,
	{ currencies }: ControlOf<'amount'>,
	wording: Wording,
): string | Sentence | undefined {
	const stated = beside === '' ? undefined : readCurrency(readable(beside));
	if (beside !== '' && stated === undefined) return say('shortfallNoCurrency');
	const both = written && stated ? agreedCurrency(written, stated) : (written ?? stated);
	if (both !== undefined) return oneCode(both, currencies) ?? say('shortfallNoCurrency');
	if (written !== undefined && stated !== undefined) {
		const field = wording.controlCurrency;
		const values = { currency: nameOf(written), field, stated: nameOf(stated) };
		return say('shortfallCurrencyDiffers', values);
	}
	return currencies.length === 0 ? undefined : say('shortfallNoCurrency');
}

/** A sign that several currencies have, such as $, is the one of them that is in order. */
function oneCode({ possible }: StatedCurrency, currencies: readonly string[]): string | undefined {
	const agreed = possible.filter((code) => currencies.includes(code));
	const [code, ...others] = agreed.length === 0 ? possible : agreed;
	return others.length === 0 ? code : undefined;
}

const nameOf = ({ usual, possible }: StatedCurrency): Value => usual ?? oneOfThese(possible);
