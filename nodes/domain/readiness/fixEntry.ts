import type { ListEntry } from '../message/document';
import type { Finding } from '../handoff/verdict';

type Gap = Pick<
	Finding,
	'label' | 'severity' | 'shortfall' | 'seen' | 'expected' | 'howToFix' | 'fixUrl'
>;

/**
 * The entry of a fix list for a finding: what is wrong, the value as the gate saw it, what is
 * expected, how and where to fix it.
 *
 * @param proposed lines about values that were proposed for the field
 */
export function fixEntry(
	{ label, severity, shortfall, seen, expected, howToFix, fixUrl = '' }: Gap,
	proposed: readonly string[],
): ListEntry {
	const details = [
		...(seen === '' ? [] : [`Now: ${seen}`]),
		`Expected: ${expected}`,
		...(howToFix === '' ? [] : [`How to fix: ${howToFix}`]),
		...proposed,
	];
	const text = `${label} ${shortfall}${severity === 'warning' ? ' (good to have)' : ''}`;
	return {
		text,
		details,
		...(fixUrl === '' ? {} : { link: { label: 'Fix it here', url: fixUrl } }),
	};
}
