import { createHash } from 'node:crypto';
import { html, Markup } from '../base/html';
import { remember } from '../base/remember';
import { DEFAULT_ACCENT } from './accent';
import type { Branding, Page, PageBasis } from './model';
import { writeStylesheet, type PageLayout } from './stylesheet';

/** The directives that also count in a `<meta>` element, for answers whose headers n8n writes. */
const policyFor = (style: string): string =>
	[
		"default-src 'none'",
		`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
		'img-src data:',
		"form-action 'self'",
		"base-uri 'none'",
	].join('; ');

/** The style with the policy that allows it: the same for every visit as long as the accent is. */
const styleFor = (layout: PageLayout) =>
	remember((accent: string) => {
		const style = writeStylesheet(accent, layout);
		return { style, policy: policyFor(style) };
	});
const STYLES = { decision: styleFor('decision'), closing: styleFor('closing') };

/**
 * A page that ends a visit is so small that packing it takes longer than sending it, and n8n would
 * hold the answer for it; the page with the form is packed.
 */
const CACHING = { decision: 'no-store', closing: 'no-store, no-transform' };

/**
 * The headers of every page: no script, nothing loaded, no frame around it, and the link, which is
 * a key, neither passed on nor kept.
 */
const headersFor = (policy: string, layout: PageLayout): Record<string, string> => ({
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
	'Referrer-Policy': 'no-referrer',
	'Cache-Control': CACHING[layout],
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'X-Robots-Tag': 'noindex, nofollow',
});

const LOGO = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,][^\s"'<>]*$/i;

/** The logo, when it is a data URL. Decorative: the names of the teams stand beside it. */
export const writeLogo = ({ logo = '' }: Branding): Markup =>
	LOGO.test(logo) ? html`<img class="logo" src="${logo}" alt="" />` : html``;

/** Wraps a body into a whole document, and adds the headers it must be sent with. */
export function wrapPage(
	{ wording, branding }: Pick<PageBasis, 'wording' | 'branding'>,
	{
		layout,
		status,
		title,
		body,
	}: { layout: PageLayout; status: number; title: string; body: Markup },
): Page {
	const { style, policy } = STYLES[layout](branding.accent ?? DEFAULT_ACCENT);
	const page = html`<!doctype html>
		<html lang="${wording.language}" dir="${wording.direction}">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${policy}" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="referrer" content="no-referrer" />
				<meta name="robots" content="noindex, nofollow" />
				<meta name="color-scheme" content="light dark" />
				<title>${title}</title>
				${new Markup(`<style>${style}</style>`)}
			</head>
			<body>
				${body}
			</body>
		</html> `;
	return { status, headers: headersFor(policy, layout), html: page.text };
}
