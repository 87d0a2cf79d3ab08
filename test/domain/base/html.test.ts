import { escapeHtml, html, Markup } from '../../../nodes/domain/base/html';

describe('html', () => {
	it('escapes every value, in text and in attributes', () => {
		const value = `<b title="x" class='y'>\`&`;
		expect(html`<p title="${value}">${value}</p>`.text).toBe(
			'<p title="&lt;b title=&quot;x&quot; class=&#39;y&#39;&gt;&#96;&amp;">&lt;b title=&quot;x&quot; class=&#39;y&#39;&gt;&#96;&amp;</p>',
		);
	});

	it('puts its own results into one another unescaped, also as lists', () => {
		const items = ['a', '<'].map((text) => html`<b>${text}</b>`);
		expect(html`<p>${items}</p>`.text).toBe('<p><b>a</b><b>&lt;</b></p>');
	});

	it('writes nothing for no value and zero for zero', () => {
		expect(html`[${undefined}${false}${0}]`.text).toBe('[0]');
	});

	it('takes an object of data for no markup, even when it looks like one', () => {
		const forged: Markup = JSON.parse('{"text":"<script>"}');
		expect(html`${forged}`.text).toBe('[object Object]');
	});
});

describe('escapeHtml', () => {
	it('leaves an ordinary text as it is', () => {
		expect(escapeHtml('Kick-off: 16 March, 10:00 (Ana)')).toBe('Kick-off: 16 March, 10:00 (Ana)');
	});
});
