import type { Control, ControlledField, PlainValue } from '../../nodes/domain/handoff/control';

export const PLANS = ['Basic', 'Standard', 'Premium'];

/** One control of every kind, stored in each of its ways, with a value that a CRM sends for it. */
export const CONTROLS: Array<[what: string, control: Control, value: PlainValue]> = [
	['a text', { kind: 'text', storedAs: 'text' }, 'PO-4711'],
	['a text kept as a number', { kind: 'text', storedAs: 'number' }, 4711],
	['a long text', { kind: 'longText' }, 'Two sites, one portal.\nGo-live in May.'],
	['a number', { kind: 'number', storedAs: 'number' }, 1234.5],
	['a number of HubSpot', { kind: 'number', storedAs: 'text' }, '1234.5'],
	['a number with a comma', { kind: 'number', storedAs: 'text', decimal: ',' }, '1.234,50'],
	['an amount', amount('number'), 1.234],
	['an amount of HubSpot', amount('text'), '48000'],
	['an amount in a sheet', amount('withCurrency'), '€ 12.500,00'],
	['a day', date('day'), '2026-03-09'],
	['a day of Salesforce', date('time'), '2026-03-09T00:00:00.000+0000'],
	['a day of HubSpot', date('millisecondsText'), '1773014400000'],
	['a day in milliseconds', date('milliseconds'), 1_773_014_400_000],
	['a day in a sheet', { ...date('format'), format: 'dd.MM.yyyy' }, '09.03.2026'],
	['a choice', { kind: 'choice', options: PLANS }, 'Standard'],
	['a choice of numbers', { kind: 'choice', options: [1, 2.5, 1200] }, 1200],
	['choices', { kind: 'choices', storedAs: 'list', options: PLANS }, ['Basic', 'Premium']],
	['choices of HubSpot', { kind: 'choices', storedAs: 'text', options: PLANS }, 'Basic;Premium'],
	['choices as JSON', { kind: 'choices', storedAs: 'json', options: PLANS }, '["Basic"]'],
	['yes or no', { kind: 'yesNo', yes: true, no: false }, false],
	['yes or no of HubSpot', { kind: 'yesNo', yes: 'true', no: 'false' }, 'true'],
	['yes or no in a sheet', { kind: 'yesNo', yes: 'Yes', no: 'No' }, 'No'],
	['an address', { kind: 'email' }, 'ana@example.com'],
	['a telephone number', { kind: 'phone' }, '+49 30 901820'],
	['a web address', { kind: 'url' }, 'https://docs.example.com/scope'],
	['a list', { kind: 'list', storedAs: 'list' }, ['Berlin', 7, 'Hamburg']],
	['a list as a text', { kind: 'list', storedAs: 'text', separator: ';' }, 'Berlin;Hamburg'],
];

export function amount(
	storedAs: 'number' | 'text' | 'withCurrency',
	more: { currencies?: string[]; currencyField?: string; decimal?: '.' | ',' } = {},
): Control {
	return { kind: 'amount', currencies: [], ...more, storedAs };
}

export function date(storedAs: 'day' | 'format' | 'time' | 'milliseconds' | 'millisecondsText') {
	return { kind: 'date' as const, timezone: 'Europe/Berlin', storedAs };
}

/** A field with its control. */
export const fieldWith = (
	control: Control,
	value: PlainValue,
	currency?: PlainValue,
): ControlledField => ({
	field: 'properties.value',
	label: 'Value',
	value,
	control,
	...(currency !== undefined && { currency }),
});
