import { choiceField } from './formField';

/** What the setting means: the same for numbers and amounts. */
export const DECIMAL = 'The decimal sign, when numbers such as 1.500 occur.';

export const DECIMAL_FIELD = choiceField('Decimal Sign', 'decimal', {
	options: [
		{ name: 'Comma (1.500,00)', value: ',' },
		{ name: 'Point (1,500.00)', value: '.' },
		{ name: 'Tell From the Number', value: 'auto' },
	],
	none: 'auto',
});
