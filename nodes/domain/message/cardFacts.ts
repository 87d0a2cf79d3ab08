import { cardLine, cardLines, LONGEST_TITLE } from './cardText';
import type { Fact, Link } from './document';
import { readSafeUrl } from './safeUrl';

/** One element of an Adaptive Card. */
export type CardElement = Record<string, unknown>;

/** A text that wraps. */
export const textBlock = (text: string, look: CardElement = {}): CardElement => ({
	type: 'TextBlock',
	text,
	wrap: true,
	...look,
});

const writeAddress = (url: string): string =>
	url
		.replaceAll('(', '%28')
		.replaceAll(')', '%29')
		.replace(/&(?=#?\w+;)/g, '%26');

/** A link of Markdown; one that is no safe address is shown as text. */
export function writeCardLink({ label, url }: Link): string {
	const address = readSafeUrl(url);
	return address === undefined
		? `${cardLine(label, LONGEST_TITLE)}: ${cardLine(url)}`
		: `[${cardLine(label, LONGEST_TITLE)}](${writeAddress(address)})`;
}

const writeFact = ({ label, value, link }: Fact): Record<'title' | 'value', string> => ({
	title: cardLine(label, LONGEST_TITLE) || '–',
	value: (link === undefined ? cardLines(value) : writeCardLink(link)) || '–',
});

/** The same in bold. */
export const boldBlock = (text: string): CardElement => ({
	type: 'TextBlock',
	text,
	wrap: true,
	weight: 'Bolder',
});

/** The columns of a fact set cut what does not break, such as the name of a file. */
const LONG_WORD = /\S{30}/;

const isLong = ({ label, value, link }: Fact): boolean =>
	LONG_WORD.test(label) || LONG_WORD.test(link?.label ?? value);

/** Facts side by side, as far as they break: what does not has a line of its own below its label. */
export function writeFacts(facts: readonly Fact[]): CardElement[] {
	const elements: CardElement[] = [];
	let open: CardElement[] = [];
	for (const fact of facts) {
		const { title, value } = writeFact(fact);
		if (isLong(fact)) {
			const items = [boldBlock(title), textBlock(value, { spacing: 'None' })];
			elements.push({ type: 'Container', spacing: 'Small', items });
			open = [];
		} else {
			if (open.length === 0) elements.push({ type: 'FactSet', facts: open });
			open.push({ title, value });
		}
	}
	return elements;
}
