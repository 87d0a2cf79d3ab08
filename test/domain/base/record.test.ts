import fc from 'fast-check';
import { compilePath, readField } from '../../../nodes/domain/base/record';
import { withField } from '../../../nodes/domain/base/withField';
import { parsePath } from '../../../nodes/domain/base/parsePath';
import { inTime } from '../../support/timeLimit';
import { draws } from '../../support/draws';

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
			draws(500),
		);
	});
});

const PEOPLE = {
	emails: [
		{ value: 'old@acme.example', primary: false, label: 'work' },
		{ value: 'kim@acme.example', primary: true, label: 'Work \u00a0phone' },
	],
	columns: [
		{ id: 'status', column: { title: 'Deal status' }, text: 'Won' },
		{ id: 7, text: 'seven' },
		{ id: 'a.b', text: 'dotted', list: [{ type: 'x', n: 1 }] },
	],
	one: { id: 'status', text: 'alone' },
	labels: [{ is: 'a', n: 1 }, { is: 'A', n: 2 }, { is: 'a' }],
	'kept[id=status].text': 'a whole name',
};

describe('an entry by what it is', () => {
	it.each`
		path                                        | value
		${'emails[primary=true].value'}             | ${'kim@acme.example'}
		${'emails[ primary = TRUE ].value'}         | ${'kim@acme.example'}
		${'emails[label=work phone].value'}         | ${undefined}
		${'emails[label="Work  phone"].value'}      | ${'kim@acme.example'}
		${'{{ $json.emails[primary=true].value }}'} | ${'kim@acme.example'}
		${'columns[id=status].text'}                | ${'Won'}
		${'columns[column.title=Deal status].text'} | ${'Won'}
		${'columns[id=7].text'}                     | ${'seven'}
		${"columns[id='a.b'].text"}                 | ${'dotted'}
		${'columns[id=a.b].list[type=x].n'}         | ${1}
		${'columns[id=nothing].text'}               | ${undefined}
		${'one[id=status].text'}                    | ${'alone'}
		${'nowhere[id=status].text'}                | ${undefined}
		${'kept[id=status].text'}                   | ${'a whole name'}
	`('is found by $path: $value', ({ path, value }) => {
		expect(readField(PEOPLE, path)).toBe(value);
	});

	it('gives all that there are where several say the same, and not just the first', () => {
		expect(readField(PEOPLE, 'labels[is=a].n')).toEqual([1, 2]);
		expect(readField(PEOPLE, 'labels[is=a]')).toHaveLength(3);
	});

	it.each(['emails[primary==true]', 'emails[n>=3]', 'a[=b]', 'a[b=]', 'a[b]', 'a[b!=c]', 'a[b=c'])(
		'is not meant by %s',
		(path) => {
			expect(parsePath(path)).toBeUndefined();
		},
	);

	it.each`
		record                                   | path                              | changed
		${PEOPLE}                                | ${'emails[primary=true].value'}   | ${'emails[1].value'}
		${{}}                                    | ${'emails[primary=true].value'}   | ${'emails[0].value'}
		${{ emails: { 2: { value: 'third' } } }} | ${'emails[primary=true].value'}   | ${'emails[3].value'}
		${{ emails: [{ primary: true }] }}       | ${'emails[primary=true].value'}   | ${'emails[0].value'}
		${{}}                                    | ${'columns[column.title=S].text'} | ${'columns[0].text'}
	`('is put where it is read: $path in $record', ({ record, path, changed }) => {
		const copy = withField(record, path, 'new');

		expect(readField(copy, path)).toBe('new');
		expect(readField(copy, changed)).toBe('new');
		expect(readField(record, path)).not.toBe('new');
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
