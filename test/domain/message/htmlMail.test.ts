import { renderHtml } from '../../../nodes/domain/message/htmlMail';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { documentOf } from '../../support/messageDocuments';

/** The tags and attributes of our own: everything in the HTML that is not text. */
const tagsOf = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
const OURS =
	/^<\/?(?:table|tr|td|h1|h2|a|div|br)(?: (?:role|cellpadding|cellspacing|border|align|valign|width|dir|style|href)="[^"<>]*")*>$/;

describe('renderHtml', () => {
	it('puts no tag and no attribute of the data into the mail, whatever the data holds', () => {
		for (const text of HOSTILE_TEXTS) {
			const html = renderHtml(documentOf(text));
			for (const tag of tagsOf(html)) expect(tag).toMatch(OURS);
			for (const [, style] of html.matchAll(/style="([^"]*)"/g)) {
				expect(style).not.toMatch(/url\(|expression|position/);
			}
		}
	});

	it('loads nothing from elsewhere', () => {
		expect(renderHtml(documentOf('Deal'))).not.toMatch(/<(?:img|link|style|script)|src=|url\(/);
	});

	it('writes a button as a link with its address unchanged but for the escape', () => {
		expect(renderHtml(documentOf('Deal'))).toContain(
			'href="https://flow.example/webhook-waiting/7/abc?to=ana%40delivery.example&amp;round=1&amp;signature=a_b-c~d"',
		);
	});
});
