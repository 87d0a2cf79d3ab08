const DAY_NAMES = new Map([
	['yesterday', -1],
	['today', 0],
	['now', 0],
	['tomorrow', 1],
]);
const OFFSET = /^(.*?\S)\s*([+-])\s*(\d{1,6})\s*(?:(working\s+)?(day|week)s?)?$/i;

/**
 * Reads `2026-12-24`, `today + 14`, `today+2 weeks`, `closedate - 7 days` or `today + 5 working days`.
 * What cannot be meant as a field stays text, so that the policy's reader can name it.
 */
export function readBoundText(written: string): unknown {
	if (written === '') return undefined;
	if (/^[\d+-]/.test(written)) return written;
	const [, from = written, sign = '+', count = '0', working, unit] = OFFSET.exec(written) ?? [];
	const named = DAY_NAMES.get(from.toLowerCase());
	const bare = named === undefined && sign === '-' && !/\s/.test(written);
	// A name such as `close-7` may be that of a field.
	if (bare) return { field: written, days: 0 };
	if (named === undefined && /\s[+-]\s|^(?:today|now)\b/i.test(from)) return written;
	const size = Number(count) * (unit?.toLowerCase() === 'week' ? 7 : 1);
	const days = (named ?? 0) + (sign === '-' ? -size : size) || 0;
	const offset = working === undefined ? { days } : { workingDays: days };
	return named === undefined ? { field: from, ...offset } : offset;
}
