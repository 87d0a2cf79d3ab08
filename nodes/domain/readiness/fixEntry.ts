import type { ListEntry } from '../message/document';
import type { Finding, Proposal } from '../handoff/verdict';
import { fill, type Wording } from '../language/wording';
import { formatExpected, formatFinding, formatSeen } from '../wording/formatFinding';
import { proposalLines } from './proposalLines';

/**
 * The entry of a fix list for a finding: what is wrong, the value as the gate saw it, what is
 * expected, how and where to fix it, and what is proposed for the field.
 */
export function fixEntry(
	finding: Finding,
	proposals: readonly Proposal[],
	wording: Wording,
): ListEntry {
	const { severity, seen, howToFix, fixUrl = '' } = finding;
	const details = [
		...(seen === '' ? [] : [fill(wording.seen, { seen: formatSeen(finding, wording) })]),
		fill(wording.expected, { expected: formatExpected(finding, wording) }),
		...(howToFix === '' ? [] : [fill(wording.howToFix, { text: howToFix })]),
		...proposalLines(finding, proposals, wording),
	];
	const said = formatFinding(finding, wording);
	return {
		text: severity === 'warning' ? fill(wording.goodToHave, { finding: said }) : said,
		details,
		...(fixUrl === '' ? {} : { link: { label: wording.fixHere, url: fixUrl } }),
	};
}
