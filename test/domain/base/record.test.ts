import fc from 'fast-check';
import { compilePath, readField } from '../../../nodes/domain/base/record';
import { parsePath } from '../../../nodes/domain/base/parsePath';
import { inTime } from '../../support/timeLimit';

const RECORD = {
	id: 7,
	properties: { amount: '5000', 'Deal name': 'Acme' },
	lines: [{ price: 1 }, { price: 2 }],
	'a.b': 'flat',
	'Close date': '2026-03-02',
	nothing: null,
};

describe('readField', () => {
	it.each`
		path                                      | value
		${'id'}                                   | ${7}
		${'properties.amount'}                    | ${'5000'}
		${'properties["Deal name"]'}              | ${'Acme'}
		${"properties['Deal name']"}              | ${'Acme'}
		${'properties.Deal name'}                 | ${'Acme'}
		${'["properties"].amount'}                | ${'5000'}
		${'lines[1].price'}                       | ${2}
		${'lines.0.price'}                        | ${1}
		${'a.b'}                                  | ${'flat'}
		${'Close date'}                           | ${'2026-03-02'}
		${'{{ $json.properties.amount }}'}        | ${'5000'}
		${'={{ $json.properties["Deal name"] }}'} | ${'Acme'}
		${'$json["Close date"]'}                  | ${'2026-03-02'}
		${'{{ $input.item.json.id }}'}            | ${7}
		${'properties?.amount'}                   | ${'5000'}
	`('finds $value at $path', ({ path, value }) => {
		expect(readField(RECORD, path)).toBe(value);
	});

	it.each([
		'missing',
		'properties.missing.deeper',
		'nothing.at.all',
		'lines[9].price',
		'id.toFixed',
		'properties.amount.length',
		'__proto__',
		'__proto__.polluted',
		'constructor',
		'constructor.prototype',
		'lines.__proto__.push',
		'toString',
	])('finds nothing at %s', (path) => {
		expect(readField(RECORD, path)).toBeUndefined();
	});

	it('reads a member called __proto__ that the record holds itself, as data', () => {
		const record: unknown = JSON.parse('{"__proto__": {"role": "admin"}, "constructor": "x"}');

		expect(readField(record, '__proto__.role')).toBe('admin');
		expect(readField(record, 'constructor')).toBe('x');
		expect(readField({}, 'role')).toBeUndefined();
	});

	it('reads no member that a record inherits from its class', () => {
		class Deal {
			get amount() {
				return 5;
			}
		}

		expect(readField(new Deal(), 'amount')).toBeUndefined();
		expect(readField({ deal: new Deal() }, 'deal.amount')).toBeUndefined();
		expect(readField(Object.create({ amount: 5 }), 'amount')).toBeUndefined();
	});

	it('finds nothing where reading throws', () => {
		const record = {
			get secret() {
				throw new Error('not for you');
			},
		};

		expect(readField(record, 'secret')).toBeUndefined();
	});

	it('never throws, whatever the path and the record', () => {
		fc.assert(
			fc.property(
				fc.string(),
				fc.anything(),
				inTime((path, record) => {
					expect(() => compilePath(path)(record)).not.toThrow();
				}),
			),
			{ numRuns: 2000 },
		);
	});
});

describe('parsePath', () => {
	it.each([
		'',
		'   ',
		'.',
		'a..b',
		'a.',
		'.a',
		'a[',
		'a[x]',
		"a['b",
		'{{ }}',
		"$('CRM').item.json.id",
	])('does not take %p for a path', (text) => {
		expect(parsePath(text)).toBeUndefined();
	});
});

describe('a field whose name is no path', () => {
	it.each`
		path                  | record
		${'Signed?'}          | ${{ 'Signed?': 5 }}
		${'No. of seats'}     | ${{ 'No. of seats': 5 }}
		${'Amount'}           | ${{ 'Amount ': 5 }}
		${'id'}               | ${{ '\ufeffid': 5 }}
		${'properties.Stage'} | ${{ properties: { 'Stage\u00a0': 5 } }}
	`('is found: $path', ({ path, record }) => {
		expect(compilePath(path)(record)).toBe(5);
	});
});
