import { readableAccent, type Accent } from './accent';
import { BASE, CLOSING, CONTROLS, LAYOUT } from './styleRules';

const LIGHT = { ground: '#f5f5f2', sheet: '#ffffff' };
const DARK = { ground: '#121317', sheet: '#1a1c22' };

const variables = (colours: string, { ink, onInk }: Accent): string =>
	`${colours}--accent:${ink};--on-accent:${onInk};`;

/** Which rules a page needs besides those of all pages. */
const RULES = {
	decision: (print: string) => `${BASE}${LAYOUT}${CONTROLS}@media print{${print}${PRINT}}`,
	closing: (print: string) => `${BASE}${CLOSING}@media print{${print}}`,
};
export type PageLayout = keyof typeof RULES;

/**
 * The whole style of a page: light and dark after the reader's setting, from 320 px up, for print
 * too. The accent is made readable on each background.
 *
 * @param accent `#rrggbb`
 */
export function writeStylesheet(accent: string, layout: PageLayout): string {
	const light = variables(
		`--ground:${LIGHT.ground};--sheet:${LIGHT.sheet};--ink:#1b1c20;--quiet:#5a5d68;--line:#e3e3dd;--edge:#7e818c;--amber:#7a4a00;--amber-ground:#fff4dc;--red:#b3261e;--red-ground:#fdf0ee;--green:#1b6a3a;color-scheme:light;`,
		readableAccent(accent, LIGHT.ground),
	);
	const dark = variables(
		`--ground:${DARK.ground};--sheet:${DARK.sheet};--ink:#ecedf1;--quiet:#a5a9b6;--line:#2d3039;--edge:#7d8290;--amber:#f3c46f;--amber-ground:#2c2415;--red:#ff9c92;--red-ground:#331c1b;--green:#7fd3a0;color-scheme:dark;`,
		readableAccent(accent, DARK.sheet),
	);
	const print = `:root{${light}--ground:#ffffff;}`;
	return `:root{${light}}@media (prefers-color-scheme:dark){:root{${dark}}}${RULES[layout](print)}`;
}

const PRINT = `
@page{margin:1.6cm}
.skip,.actions,.submit-hint{display:none}
.sheet,.decide{border:0;padding:0;box-shadow:none}
.page{max-width:none;padding:0}
.wide main{display:block}
.decide{position:static;max-height:none;overflow:visible}
section,fieldset,.finding,.quote{break-inside:avoid}
a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em}
`;
