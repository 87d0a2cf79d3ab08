type Rgb = readonly [number, number, number];

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** The accent where none is given, or none that can be read. */
export const DEFAULT_ACCENT = '#3447c9';

/** What WCAG 2.2 asks of text, with a little to spare for rounding. */
const CONTRAST = 4.7;

/** An accent made readable on one background. */
export interface Accent {
	/** For text, borders and filled buttons on the background: `#rrggbb`. */
	ink: string;
	/** For text on a button filled with `ink`. */
	onInk: string;
}

/**
 * Makes an accent colour readable: darkens it, or lightens it on a dark background, only as far as
 * its contrast needs.
 *
 * @param accent `#rgb` or `#rrggbb`; anything else counts as the default
 * @param background `#rrggbb`
 */
export function readableAccent(accent: string, background: string): Accent {
	const colour = parseHex(accent) ?? parseHex(DEFAULT_ACCENT) ?? BLACK;
	const ground = parseHex(background) ?? WHITE;
	const towards = luminance(ground) > 0.18 ? BLACK : WHITE;
	let ink = colour;
	for (let share = 0; share <= 20 && contrast(ink, ground) < CONTRAST; share += 1) {
		ink = mix(colour, towards, share / 20);
	}
	const onInk = contrast(ink, WHITE) >= contrast(ink, BLACK) ? WHITE : BLACK;
	return { ink: writeHex(ink), onInk: writeHex(onInk) };
}

function parseHex(text: string): Rgb | undefined {
	const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text.trim());
	const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text.trim());
	const [, red, green, blue] = long ?? short?.map((digit) => digit + digit) ?? [];
	if (red === undefined || green === undefined || blue === undefined) return undefined;
	return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

const writeHex = (colour: Rgb): string =>
	`#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

const blend = (from: number, to: number, share: number): number =>
	Math.round(from + (to - from) * share);

const mix = (colour: Rgb, towards: Rgb, share: number): Rgb => [
	blend(colour[0], towards[0], share),
	blend(colour[1], towards[1], share),
	blend(colour[2], towards[2], share),
];

/** Relative luminance of sRGB as WCAG 2.2 defines it. */
function luminance(colour: Rgb): number {
	const [red, green, blue] = colour.map((channel) => {
		const share = channel / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: Rgb, other: Rgb): number {
	const lighter = Math.max(luminance(one), luminance(other));
	const darker = Math.min(luminance(one), luminance(other));
	return (lighter + 0.05) / (darker + 0.05);
}
