const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	'`': '&#96;',
};

/**
 * Makes a text safe inside an element and inside an attribute in either kind of quotes. The only
 * way for a value to get into our HTML.
 */
export const escapeHtml = (text: string): string =>
	text.replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '');
