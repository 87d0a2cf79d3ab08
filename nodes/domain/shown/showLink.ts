import { isObject } from '../base/isObject';
import type { ShownValue } from '../handoff/showing';
import { cleanLine } from '../base/plainText';
import { readSafeUrl } from '../message/safeUrl';
import { hostOf } from '../policy/hostNames';
import { textMember } from './members';

const LONGEST_LABEL = 60;

const ADDRESSES = ['url', 'href', 'link', 'web view link', 'permalink'];
const LABELS = ['text', 'title', 'name', 'label', 'file name'];

/** An address, also without https:// in front, with the few words that stand for it. */
export function showLink(value: unknown): ShownValue | undefined {
	const found = typeof value === 'string' ? { url: value.trim(), name: '' } : addressIn(value);
	const url = found && completed(found.url);
	if (found === undefined || url === undefined) return undefined;
	const named = found.name !== '' && found.name !== url;
	const label = named ? found.name : shortAddress(url);
	return { text: named ? `${found.name} (${url})` : url, link: { label: shortened(label), url } };
}

/** What an object says of an address, such as an attachment: where it is, and how it is called. */
export function addressIn(value: unknown): { url: string; name: string } | undefined {
	if (!isObject(value)) return undefined;
	const url = textMember(value, ADDRESSES);
	return url !== '' && readSafeUrl(url) !== undefined
		? { url, name: cleanLine(textMember(value, LABELS)) }
		: undefined;
}

function completed(text: string): string | undefined {
	if (/^(?:https?:|mailto:)/i.test(text)) return readSafeUrl(text);
	return hostOf(text, false) === undefined ? undefined : readSafeUrl(`https://${text}`);
}

/** The host, and as much of the way as a line holds. */
function shortAddress(url: string): string {
	const bare = url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/i, '').replace(/\/$/, '');
	if (bare.length <= LONGEST_LABEL) return bare;
	const [host = ''] = bare.split(/[/?#]/, 1);
	return `${host}/…`;
}

const shortened = (text: string): string =>
	text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text;
