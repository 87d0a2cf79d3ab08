import { jsonValue } from '../../nodes/shared/jsonValue';

describe('a parameter that takes JSON', () => {
	it.each`
		given            | value            | why
		${{ a: 1 }}      | ${{ a: 1 }}      | ${'an expression gave it'}
		${[]}            | ${[]}            | ${'an expression gave it'}
		${null}          | ${null}          | ${'an expression gave it'}
		${undefined}     | ${undefined}     | ${'it was never set'}
		${'{"a": [1]}'}  | ${{ a: [1] }}    | ${'it was typed'}
		${' 7 '}         | ${7}             | ${'it was typed'}
		${''}            | ${undefined}     | ${'blank text holds nothing'}
		${' \n'}         | ${undefined}     | ${'blank text holds nothing'}
		${'{"a": '}      | ${'{"a": '}      | ${'its reader refuses it'}
		${'no JSON yet'} | ${'no JSON yet'} | ${'its reader refuses it'}
	`('holds $value for $given: $why', ({ given, value }) => {
		expect(jsonValue(given)).toEqual(value);
	});
});
