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

/** HTML that `html` made: the one thing that is not escaped again. A class, so none can be forged. */
export class Markup {
	constructor(readonly text: string) {}
}

/** What may stand in a template: text and numbers are escaped, nothing is written for no value. */
export type HtmlValue = string | number | Markup | readonly Markup[] | undefined | false;

function write(value: HtmlValue): string {
	if (value instanceof Markup) return value.text;
	if (value === undefined || value === false) return '';
	return Array.isArray(value) ? value.map(write).join('') : escapeHtml(String(value));
}

/**
 * A template that escapes every value in it. An attribute's value belongs in double quotes.
 *
 * @example html`<p title="${title}">${text}</p>`
 */
export const html = (parts: TemplateStringsArray, ...values: HtmlValue[]): Markup =>
	new Markup(parts.reduce((written, part, index) => written + write(values[index - 1]) + part, ''));
