/** A value as people or systems wrote it, and what the gate should answer. */
export interface FieldCase {
	check: Record<string, unknown>;
	value: unknown;
	answer: 'met' | 'unmet' | 'refused';
	because: string;
	/** Other fields of the record. */
	record?: Record<string, unknown>;
	when?: Record<string, unknown>;
	/** What another system says, and how the two are compared. */
	other?: unknown;
	source?: Record<string, unknown>;
}

type More = Pick<FieldCase, 'record' | 'when' | 'other' | 'source'>;
const one =
	(answer: FieldCase['answer']) =>
	(check: FieldCase['check'], value: unknown, because: string, more: More = {}): FieldCase => ({
		check,
		value,
		answer,
		because,
		...more,
	});
const met = one('met');
const unmet = one('unmet');
const refused = one('refused');

const asked = { kind: 'present' };
const whenBig = (amount: unknown) => ({
	when: { field: 'amount', atLeast: 10000 },
	record: { amount },
});
const whenTier = (tier: unknown) => ({
	when: { field: 'tier', equals: 'Enterprise' },
	record: { tier },
});
const whenYes = (renewal: unknown) => ({
	when: { field: 'renewal', equals: true },
	record: { renewal },
});
const money = { compareAs: 'money', tolerance: 0.01 };
const phone = (country?: string) => ({ compareAs: 'phone', ...(country && { country }) });

/** Cases by kind. A requirement that is asked of a missing field shows that its condition held. */
export const FIELD_CASES: Record<string, FieldCase[]> = {
	'a condition that cannot be told is asked': [
		unmet(asked, null, 'the amount does not read as a number', whenBig('12,500.00')),
		unmet(asked, null, 'nor with a currency', whenBig('$12,500')),
		unmet(asked, null, 'the amount may be 12.5 or 12,500', whenBig('12.500')),
		unmet(asked, null, 'two amounts tell nothing', whenBig([9000, 12000])),
		unmet(asked, null, 'a lookup of one', whenBig([12500])),
		unmet(asked, null, 'a field object', whenBig({ value: 12500 })),
		met(asked, null, 'told: it is less', whenBig(9000)),
		met(asked, null, 'told: the one amount in the list is less', whenBig([9000])),
		met(asked, null, 'told: nothing is no big amount', whenBig(undefined)),
		unmet(asked, null, 'a list of one is that one', whenTier(['Enterprise'])),
		unmet(asked, null, 'two tiers, of which one is it', whenTier(['Enterprise', 'Starter'])),
		unmet(asked, null, 'a no-break space at the end', whenTier('Enterprise\u00a0')),
		met(asked, null, 'told: another tier', whenTier('Starter')),
		unmet(asked, null, 'yes as exports write it', whenYes('1')),
		unmet(asked, null, 'yes in German', whenYes('Ja')),
		unmet(asked, null, 'neither yes nor no', whenYes('perhaps')),
		met(asked, null, 'told: no', whenYes('N')),
		unmet(asked, null, 'what cannot be told is not told the other way round', {
			when: { not: { field: 'amount', atLeast: 10000 } },
			record: { amount: 'about 12k' },
		}),
		unmet(asked, null, 'a check in a condition that cannot read its value', {
			when: { field: 'start', check: { kind: 'date', before: '2026-12-31' } },
			record: { start: 'soon' },
		}),
	],
	'the letters of a date format': [
		refused({ kind: 'date', format: 'dd/mm/yyyy', before: '2026-03-01' }, '15/12/2026', 'minutes'),
		refused({ kind: 'date', format: 'DD.MM.YYYY' }, '15.12.2026', 'as spreadsheets write it'),
		refused({ kind: 'date', format: 'TT.MM.JJJJ' }, '15.12.2026', 'as Germans write it'),
		refused({ kind: 'date', format: 'jj/mm/aaaa' }, '15/12/2026', 'as the French write it'),
		refused({ kind: 'date', format: '%d/%m/%Y' }, '15/12/2026', 'as Python writes it'),
		refused({ kind: 'date', format: 'hh:mm' }, '12:30', 'no day, month and year'),
		refused({ kind: 'date', format: 'MM/yyyy' }, '12/2026', 'no day'),
		unmet({ kind: 'date', format: 'dd/MM/yyyy' }, '15-12-2026', 'written with other signs'),
		met({ kind: 'date', format: 'dd/MM/yyyy' }, '15/12/2026', 'written as agreed'),
		met({ kind: 'date', format: "d 'de' MMMM 'de' yyyy" }, '2026-12-15', 'ISO always counts'),
		met({ kind: 'date', before: '2026-03-01' }, 46_023, 'a day as spreadsheets count them'),
	],
	'nothing to see is missing': [
		unmet(asked, '<p><br></p>', 'an emptied rich text field'),
		unmet(asked, '<div style="margin:0"><span>&#8203;</span></div>', 'a zero width space in it'),
		unmet(asked, '<!-- x --><style>p { color: red }</style><p>&nbsp;</p>', 'pasted from Word'),
		unmet(asked, '\u200b', 'invisible'),
		unmet(asked, '\u2060\u00ad\ufeff', 'all of it invisible'),
		unmet(asked, '<p>TBD</p>', 'a placeholder in rich text'),
		unmet(asked, '#N/A', 'what a spreadsheet writes for nothing'),
		unmet(asked, '--None--', 'what Salesforce shows for nothing'),
		unmet(asked, [{ label: '', value: '', primary: true }], 'no e-mail address in Pipedrive'),
		unmet(asked, { name: '', email: null }, 'an object of empty members'),
		unmet(asked, [[], [{}]], 'lists of empty lists'),
		unmet(asked, { id: 'a1', type: 'rich_text', rich_text: [] }, 'an empty property of Notion'),
		unmet({ kind: 'text', minLength: 20 }, '<p><br></p><p>&nbsp;</p>', 'tags are not text'),
		unmet(
			{ kind: 'text', minLength: 20 },
			'<p style="font-size:12px">Call Kim</p>',
			'nor is style',
		),
		unmet({ kind: 'text', minLength: 4 }, 'a\u0301e\u0301o\u0301', 'three letters with accents'),
		unmet({ kind: 'list', min: 1 }, [{ label: '', value: '', primary: true }], 'no entry'),
		met(asked, '<p>Call Kim</p>', 'there is text'),
		met(asked, '<img src="plan.png">', 'there is a picture'),
		met(asked, 'a < b', 'no tag at all'),
		met(asked, '<kim@client.example>', 'no tag but an address'),
		met(asked, { checked: false }, 'No is an answer'),
		met(asked, { id: 3, name: '' }, 'a link to another record'),
	],
	'tolerance is decimal': [
		met({ kind: 'agrees' }, 20.0, '0.01 apart', { other: 19.99, source: money }),
		met({ kind: 'agrees' }, '1.10', '0.01 apart', { other: 1.11, source: money }),
		unmet({ kind: 'agrees' }, 20.0, '0.02 apart', { other: 19.98, source: money }),
		unmet({ kind: 'agrees' }, 20.0, 'a thousandth too much', { other: 19.989, source: money }),
	],
	'a list of one is its entry': [
		met({ kind: 'oneOf', values: ['Starter', 'Enterprise'] }, ['Enterprise'], 'a lookup'),
		met({ kind: 'email' }, ['kim@example.com'], 'the same'),
		met({ kind: 'email' }, [{ value: 'kim@example.com', primary: true }], 'Pipedrive'),
		met({ kind: 'email' }, ['', 'kim@example.com'], 'an empty entry is none'),
		met({ kind: 'money', min: 5 }, { value: '5.00' }, 'a field object'),
		met({ kind: 'date' }, { type: 'date', date: { value: '2026-12-24' } }, 'one in another'),
		met({ kind: 'matchesField', field: 'owner' }, ['Sam'], 'both may be', {
			record: { owner: 'sam' },
		}),
		met({ kind: 'agrees' }, ['a'], 'in each system', { other: 'A', source: { compareAs: 'text' } }),
		unmet({ kind: 'number', min: 1 }, [], 'an empty list is missing'),
		unmet({ kind: 'number', min: 1 }, [3, 4], 'two values'),
		met({ kind: 'boolean', is: false, emptyIsNo: true }, undefined, 'Airtable sends no box'),
		unmet({ kind: 'boolean', is: true, emptyIsNo: true }, undefined, 'an absent box is No'),
		unmet({ kind: 'boolean', is: false }, undefined, 'not said to be No'),
	],
	'characters that nobody sees': [
		met({ kind: 'email' }, '\u200bkim@example.com', 'a zero width space'),
		met({ kind: 'email' }, 'kim\u00ad@example.com\ufeff', 'a soft hyphen, a byte order mark'),
		met({ kind: 'oneOf', values: ['Paid Media'] }, 'Paid\u00a0Media', 'a no-break space'),
		met({ kind: 'oneOf', values: ['Gr\u00f6\u00dfe'] }, 'Gro\u0308\u00dfe', 'a decomposed letter'),
		met({ kind: 'oneOf', values: ['\u00c9cole'] }, 'e\u0301cole', 'at the beginning too'),
		met({ kind: 'phone' }, '\u202a+49 30 901820\u202c', 'pasted from a chat'),
		met({ kind: 'date' }, '2026-12-24\u200e', 'a direction mark'),
		met({ kind: 'number', min: 5 }, '\u00a05\u2060', 'around a number'),
		met({ kind: 'number', min: 5 }, '\uff15', 'a digit in full width'),
		met({ kind: 'url' }, 'https://example\u200b.com', 'in an address'),
		met({ kind: 'text', pattern: 'PO-\\d+' }, 'PO-\u200b12', 'in a text with a form'),
	],
	'telephone numbers': [
		met({ kind: 'phone' }, '(303) 555-0142 x9', 'an extension'),
		met({ kind: 'phone' }, 'tel:+1-303-555-0142;ext=9', 'as links write it'),
		met({ kind: 'phone' }, '+49 30 901820 Durchwahl 12', 'an extension in German'),
		met({ kind: 'phone' }, '030\u2011901\u2013820', 'dashes of two kinds'),
		met({ kind: 'phone', international: true }, '0049 30 901820', 'a country, dialled'),
		unmet({ kind: 'phone' }, '2026-11-29', 'a date'),
		unmet({ kind: 'phone' }, '29.11.2026', 'a date'),
		unmet({ kind: 'phone' }, '000000', 'zeros'),
		unmet({ kind: 'phone' }, '+49 0000000', 'zeros after the country'),
		unmet({ kind: 'phone' }, '+999 1234567', 'no such country'),
		unmet({ kind: 'phone' }, '+1 555 0100', 'too short for its country'),
		unmet({ kind: 'phone' }, 'call me', 'no number'),
		met({ kind: 'agrees' }, '+39 06 698 12345', 'Italy keeps its zero', {
			other: '06 698 12345',
			source: phone('+39'),
		}),
		met({ kind: 'agrees' }, '+49 (0)30 901820', 'Germany drops it', {
			other: '030/901820',
			source: phone('+49'),
		}),
		met({ kind: 'agrees' }, '+7 495 123-45-67', 'Russia dials an 8', {
			other: '8 (495) 123-45-67',
			source: phone('+7'),
		}),
		met({ kind: 'agrees' }, '+1 303 555 0142', 'the 1 of the United States', {
			other: '1-303-555-0142',
			source: phone('+1'),
		}),
		unmet({ kind: 'agrees' }, '+44 20 7946 0958', 'another country', {
			other: '020 7946 0958',
			source: phone('+49'),
		}),
	],
	'amounts of money': [
		met({ kind: 'money', min: 1500, max: 1500 }, 'R$ 1.500,00', 'a symbol of two signs'),
		met({ kind: 'money', min: 123456 }, '\u20b91,23,456.00', 'groups of two'),
		met({ kind: 'money', min: 1500 }, '1 500 kr', 'a symbol behind'),
		met({ kind: 'money', min: 1500 }, '1\u202f500,00\u00a0\u20ac', 'as France writes it'),
		met({ kind: 'money', min: 1500 }, "CHF 1'500.-", 'as Switzerland writes it'),
		met({ kind: 'money', min: 1500, currencies: ['PLN'] }, '1 500,00 z\u0142', 'Poland'),
		met({ kind: 'money', max: -1500 }, '(1,500.00)', 'a minus in brackets'),
		met({ kind: 'money', max: -5 }, '\u22125 EUR', 'the minus sign of typesetters'),
		met({ kind: 'money', max: -5 }, '5.00-', 'a minus behind'),
		unmet({ kind: 'money' }, '10000 12000', 'two amounts'),
		unmet({ kind: 'money' }, '10000-12000', 'from one to another'),
		unmet({ kind: 'money' }, '5 %', 'a share'),
		met({ kind: 'money', currencyField: 'cur' }, '$1,500.00', 'the field says which dollar', {
			record: { cur: 'CAD' },
		}),
		met({ kind: 'money', currencyField: 'cur', currencies: ['CAD'] }, '$1,500.00', 'the same', {
			record: { cur: ['CAD'] },
		}),
		unmet({ kind: 'money', currencyField: 'cur' }, '\u20ac1,500.00', 'the euro is no dollar', {
			record: { cur: 'CAD' },
		}),
		unmet({ kind: 'money', currencies: ['SEK'] }, '1500 kr', 'the crown of which country'),
		met({ kind: 'money', currencies: ['CAD'] }, '$1,500.00 CAD', 'both together say it'),
		unmet({ kind: 'number', max: 100 }, '1.200', '1.2 or 1,200'),
		met({ kind: 'number', max: 100, decimal: '.' }, '1.200', 'said to be 1.2'),
		met({ kind: 'number', min: 1200, decimal: ',' }, '1.200', 'said to be 1,200'),
	],
	'yes and no': [
		met({ kind: 'boolean' }, '1', 'exports'),
		unmet({ kind: 'boolean', is: true }, 'N', 'no'),
		met({ kind: 'boolean', is: true }, 'on', 'a form of the web'),
		met({ kind: 'boolean', is: true }, { checked: true }, 'a field object'),
		met({ kind: 'boolean', is: true }, '{"checked":"true"}', 'a box of monday.com'),
		met({ kind: 'boolean', is: true }, { type: 'checkbox', checkbox: true }, 'Notion'),
		...['ja', 'Oui', 'S\u00ed', 'sim', 'JA', 'vrai'].map((word) =>
			met({ kind: 'boolean', is: true }, word, 'yes in one of the languages'),
		),
		...['nein', 'non', 'nee', 'n\u00e3o', 'Falso'].map((word) =>
			met({ kind: 'boolean', is: false }, word, 'no in one of the languages'),
		),
		unmet({ kind: 'boolean' }, 'perhaps', 'neither'),
		unmet({ kind: 'boolean' }, 2, 'neither'),
	],
	'several values in one text': [
		met(
			{ kind: 'list', each: { check: { kind: 'email' } } },
			'a@example.com; b@example.com;',
			'a separator at the end is no entry',
		),
		met({ kind: 'list', min: 2 }, '["a","b"]', 'a list written as JSON'),
		met({ kind: 'list', min: 2, max: 2 }, ';a;b;', 'separators at both ends'),
		met({ kind: 'list', min: 2 }, 'a\nb\n', 'lines'),
		met({ kind: 'list', min: 1, max: 1 }, 'Berlin, Germany', 'a comma may be part of an entry'),
		met({ kind: 'list', min: 2, separator: ',' }, 'a, b', 'unless the policy says otherwise'),
		unmet({ kind: 'list', min: 2 }, 'a;', 'one entry'),
	],
	'settings that could never match': [
		met(
			{ kind: 'url', hosts: ['https://drive.google.com'] },
			'https://drive.google.com/x',
			'the host is meant',
		),
		met({ kind: 'url', hosts: ['*.example.com'] }, 'https://a.example.com', 'all below it'),
		met({ kind: 'url', hosts: ['example.com:443/'] }, 'https://example.com', 'port and slash'),
		refused({ kind: 'url', hosts: ['example.com/plans'] }, 'https://example.com', 'a path'),
		refused({ kind: 'text', pattern: '/^PO-\\d+$/' }, 'PO-12', 'slashes are no part of it'),
		refused({ kind: 'text', pattern: '(?i)po' }, 'PO', 'a flag of other programs'),
		refused({ kind: 'text', pattern: '\\APO\\Z' }, 'PO', 'ends of other programs'),
		refused({ kind: 'text', pattern: 'PO-*' }, 'PO-12', 'the star of file names'),
		refused({ kind: 'text', pattern: '[[:digit:]]+' }, '12', 'a class of other programs'),
		refused({ kind: 'date', after: 'today + 14' }, '2026-12-24', 'as the form writes it'),
		met({ kind: 'url' }, 'www.example.com/plan', 'CRMs keep sites without https://'),
		met({ kind: 'url', withScheme: true }, 'https://example.com', 'asked for'),
		unmet({ kind: 'url', withScheme: true }, 'www.example.com', 'asked for'),
		unmet({ kind: 'url' }, 'offer.pdf', 'a file'),
		unmet({ kind: 'url' }, 'kim@example.com', 'an e-mail address'),
		unmet({ kind: 'url' }, '1.5', 'a number'),
	],
};
