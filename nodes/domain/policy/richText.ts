import { isPlainText } from './plainSigns';
import { seenText } from './readable';

/** Elements of which a reader sees what is in them, and nothing of themselves. */
const FORMATTING = new Set(
	(
		'a abbr acronym address article aside b bdi bdo big blockquote body br center cite code col ' +
		'colgroup dd del details dfn div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 ' +
		'h6 head header hr html i ins kbd label legend li link main mark meta nav nobr o:p ol p pre ' +
		'q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time ' +
		'tr tt u ul var wbr'
	).split(' '),
);
/** Elements that begin on a line of their own. */
const BLOCK =
	/^(?:address|article|aside|blockquote|br|dd|div|dl|dt|h\d|hr|li|ol|p|pre|section|table|t[dhr]|ul)$/;
/** Elements that show something themselves, which counts as one sign. */
const SHOWN = /^(?:audio|canvas|embed|iframe|img|input|object|picture|svg|video)$/;
const OBJECT = '\ufffc';

const HIDDEN_START = /(<(?:style|script|title)(?=[\s>]))/i;
const HIDDEN_END = /<\/(?:style|script|title)\s*>/i;
const TAG = /<\/?([a-z][a-z0-9:]*)(?=[\s/>])[^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;

const NAMED = new Map(
	Object.entries({
		amp: '&',
		apos: "'",
		bdquo: '„',
		bull: '•',
		emsp: ' ',
		ensp: ' ',
		euro: '€',
		gt: '>',
		hellip: '…',
		laquo: '«',
		ldquo: '“',
		lsquo: '‘',
		lt: '<',
		mdash: '—',
		middot: '·',
		nbsp: ' ',
		ndash: '–',
		pound: '£',
		quot: '"',
		raquo: '»',
		rdquo: '”',
		rsquo: '’',
		sbquo: '‚',
		shy: '',
		thinsp: ' ',
		yen: '¥',
		zwj: '',
		zwnj: '',
		...accented(),
	}),
);

/** The accented letters of Latin 1, such as `auml`, by the marks that their names end in. */
function accented(): Record<string, string> {
	const marks = { acute: '\u0301', cedil: '\u0327', circ: '\u0302', grave: '\u0300' };
	const all = { ...marks, ring: '\u030a', tilde: '\u0303', uml: '\u0308' };
	const letters = [...'aceinouyACEINOUY'];
	return Object.fromEntries([
		['szlig', 'ß'],
		...Object.entries(all).flatMap(([name, mark]) =>
			letters.map((letter) => [`${letter}${name}`, `${letter}${mark}`.normalize('NFC')]),
		),
	]);
}

/**
 * What a reader sees of a text that may be rich text: without tags, comments and style sheets, with
 * entities read, without what nobody sees and blanks around it. In linear time for any text.
 */
export function visibleText(text: string): string {
	if (isPlainText(text)) return text;
	const [start, rest] = [text.slice(0, LONGEST_MARKUP), text.slice(LONGEST_MARKUP)];
	const bare = start.includes('<') ? withoutTags(start) : start;
	const decoded = bare.includes('&') ? bare.replace(ENTITY, decodeEntity) : bare;
	return seenText(decoded + rest).trim();
}

/** What lies beyond is taken as it is: nobody leaves so much markup in a field that is empty. */
const LONGEST_MARKUP = 20_000;

function withoutTags(text: string): string {
	const shown = withoutHidden(withoutComments(text));
	const bare = shown.replace(TAG, (tag, name: string) => {
		const element = name.toLowerCase();
		if (SHOWN.test(element)) return OBJECT;
		if (!FORMATTING.has(element)) return tag;
		return BLOCK.test(element) ? '\n' : '';
	});
	return bare === text ? text : joinLines(bare);
}

const joinLines = (text: string): string =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join('\n');

function withoutComments(text: string): string {
	const [first = '', ...pieces] = text.split('<!--');
	return pieces.reduce((seen, piece) => {
		const end = piece.indexOf('-->');
		return seen + (end < 0 ? `<!--${piece}` : piece.slice(end + 3));
	}, first);
}

function withoutHidden(text: string): string {
	const [first = '', ...pieces] = text.split(HIDDEN_START);
	return pieces.reduce((seen, piece, index) => {
		if (index % 2 === 0) return seen;
		const end = HIDDEN_END.exec(piece);
		return seen + (end === null ? (pieces[index - 1] ?? '') + piece : afterEnd(piece, end));
	}, first);
}

const afterEnd = (piece: string, end: RegExpExecArray): string =>
	piece.slice(end.index + end[0].length);

function decodeEntity(entity: string, decimal?: string, hex?: string, name?: string): string {
	if (name !== undefined) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? entity;
	const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
	return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
