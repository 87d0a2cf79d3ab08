/** A mail as its receiver reads it. */
export interface Mail {
	to: string;
	subject: string;
	/** All text parts, decoded, as text or HTML. */
	body: string;
}

/** Reads the text parts of a mail (RFC 5322, RFC 2045), as far as n8n writes them. */
export function readMail(raw: string): Mail {
	const { headers, body } = split(raw.replaceAll('\r\n', '\n'));
	return {
		to: addressesIn(headers.to ?? ''),
		subject: decodeWords(headers.subject ?? ''),
		body: textOf(headers, body),
	};
}

function split(part: string): { headers: Record<string, string>; body: string } {
	const end = part.indexOf('\n\n');
	const unfolded = part.slice(0, end).replace(/\n[ \t]+/g, ' ');
	const headers = unfolded.split('\n').map((line) => {
		const [name = '', ...value] = line.split(':');
		return [name.toLowerCase(), value.join(':').trim()];
	});
	return { headers: Object.fromEntries(headers), body: part.slice(end + 2) };
}

function textOf(headers: Record<string, string>, body: string): string {
	const type = headers['content-type'] ?? 'text/plain';
	const [, boundary] = /boundary="?([^";]+)"?/.exec(type) ?? [];
	if (boundary !== undefined) {
		const parts = body.split(`--${boundary}`).slice(1, -1);
		return parts
			.map((part) => split(part.replace(/^\n/, '')))
			.map((part) => textOf(part.headers, part.body))
			.join('\n');
	}
	if (!type.startsWith('text/')) return '';
	const encoding = headers['content-transfer-encoding']?.toLowerCase();
	if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
	return encoding === 'quoted-printable' ? unquote(body) : body;
}

const unquote = (text: string): string =>
	Buffer.from(
		text
			.replaceAll('=\n', '')
			.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
				String.fromCharCode(Number.parseInt(hex, 16)),
			),
		'latin1',
	).toString();

/** Words in a header that are not ASCII (RFC 2047). */
const decodeWords = (text: string): string =>
	text
		.replace(/\?=\s+=\?/g, '?==?')
		.replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_all, kind: string, word: string) =>
			kind.toLowerCase() === 'b'
				? Buffer.from(word, 'base64').toString()
				: unquote(word.replaceAll('_', ' ')),
		);

const addressesIn = (text: string): string =>
	(text.match(/[^\s<>,"]+@[^\s<>,"]+/g) ?? []).join(', ');
