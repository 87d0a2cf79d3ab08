import { isUsualAddress } from '../base/usualAddress';

/** Slack's limit for a button's address, the lowest of the channels'. */
const LONGEST = 3000;

/** Every character that RFC 3986 allows in a URI. */
const URI = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/;

/**
 * Reads an address that may become a link: http, https or mailto, at most 3000 characters.
 *
 * A proper URI comes back as it is, because a signed link must not change by a character; any other
 * address comes back percent-encoded, so that it holds no space, quote, angle bracket or bar.
 *
 * @returns undefined for every other text, which is then shown as text
 */
export function readSafeUrl(text: string): string | undefined {
	const trimmed = text.trim();
	if (isUsualAddress(trimmed)) return trimmed;
	if (trimmed.length > LONGEST || !/^(?:https?:\/\/|mailto:)[^/]/i.test(trimmed)) return undefined;
	const parsed = parse(trimmed);
	if (parsed === undefined || URI.test(trimmed)) return parsed && trimmed;
	const encoded = parsed.href.replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]/g, encodeCharacter);
	return encoded.length > LONGEST ? undefined : encoded;
}

/** Not `URL.canParse`: Node 20 has been seen to refuse `https://bücher.example` now and then. */
function parse(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

const encodeCharacter = (character: string): string =>
	`%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
