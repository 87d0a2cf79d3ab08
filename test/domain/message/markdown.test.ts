import { renderMarkdown } from '../../../nodes/domain/message/markdown';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { DECIDE_LINK, documentOf } from '../../support/messageDocuments';

/** What is left when every escaped character and our own links and emphasis are taken out. */
const unescaped = (markdown: string): string =>
	markdown
		.replace(/\\[\\`*_[\]<>|~\-+=:#.)]/g, '')
		.replaceAll(`](${DECIDE_LINK.url})`, '')
		.replace(/^(\s*)- \*\*/gm, '$1- ')
		.replace(/:\*\*/g, ':')
		.replace(/\*\*\[|\[/g, '')
		.replaceAll('**', '');

describe('renderMarkdown', () => {
	it('leaves no character of the data that could be markup', () => {
		for (const text of HOSTILE_TEXTS) {
			for (const line of unescaped(renderMarkdown(documentOf(text))).split('\n')) {
				expect(line.replace(/^(?:> ?)*(?:#{2,3} |- )?/, '')).not.toMatch(/[`*_[\]<>|~]/);
			}
		}
	});

	it.each`
		text               | written
		${'# not a title'} | ${'\\# not a title'}
		${'- not a list'}  | ${'\\- not a list'}
		${'1. not a list'} | ${'1\\. not a list'}
		${'---'}           | ${'\\---'}
		${'a*b_c'}         | ${'a\\*b\\_c'}
		${'ask @ana'}      | ${'ask @\u200bana'}
		${'a@b.example'}   | ${'a@b.example'}
		${'deal #12'}      | ${'deal #\u200b12'}
		${'AT&T & co'}     | ${'AT&T & co'}
		${'&copy;'}        | ${'&\u200bcopy;'}
		${'one\n\n\ntwo'}  | ${'one  \ntwo'}
	`('writes the paragraph $text as text', ({ text, written }) => {
		const markdown = renderMarkdown({
			kind: 'receipt',
			to: [],
			subject: 'S',
			blocks: [{ kind: 'paragraph', text }],
		});
		expect(markdown).toBe(`## S\n\n${written}`);
	});

	it('keeps a link whole when its address holds parentheses', () => {
		const markdown = renderMarkdown({
			kind: 'receipt',
			to: [],
			subject: 'S',
			blocks: [{ kind: 'buttons', buttons: [{ label: 'Deal', url: 'https://a.example/x(1)' }] }],
		});
		expect(markdown).toContain('[Deal](https://a.example/x%281%29)');
	});
});
