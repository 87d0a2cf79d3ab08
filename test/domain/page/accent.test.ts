import fc from 'fast-check';
import { DEFAULT_ACCENT, readableAccent } from '../../../nodes/domain/page/accent';
import { inTime } from '../../support/timeLimit';
import { draws } from '../../support/draws';

/** WCAG 2.2, “contrast ratio”, written anew so that the code is not its own judge. */
function contrast(one: string, other: string): number {
	const luminance = (hex: string): number => {
		const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
			const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
			return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	};
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

const hex = fc
	.integer({ min: 0, max: 0xffffff })
	.map((colour) => `#${colour.toString(16).padStart(6, '0')}`);

describe('readableAccent', () => {
	it('makes every colour readable on light and on dark', () => {
		fc.assert(
			fc.property(
				hex,
				fc.constantFrom('#ffffff', '#f5f5f2', '#1a1c22'),
				inTime((accent, background) => {
					const { ink, onInk } = readableAccent(accent, background);
					expect(contrast(ink, background)).toBeGreaterThanOrEqual(4.5);
					expect(contrast(ink, onInk)).toBeGreaterThanOrEqual(4.5);
				}),
			),
			draws(),
		);
	});

	it('leaves a colour alone that can be read', () => {
		expect(readableAccent('#3447C9', '#ffffff')).toEqual({ ink: '#3447c9', onInk: '#ffffff' });
	});

	it.each(['', 'red', 'url(x)', '#12', '#ggg', '#3447c9;}'])(
		'takes the default for %j',
		(accent) => {
			expect(readableAccent(accent, '#ffffff').ink).toBe(DEFAULT_ACCENT);
		},
	);

	it('reads the short form', () => {
		expect(readableAccent('#00f', '#ffffff').ink).toBe('#0000ff');
	});
});
