import type { ListEntry } from '../message/document';
import type { Finding, Proposal } from '../handoff/verdict';
import { fill } from '../language/wording';
import type { Showing } from '../handoff/showing';
import { formatSeen } from '../shown/formatSeen';
import type { Reader } from '../shown/reader';
import { formatExpected, formatFinding } from '../wording/formatFinding';
import { proposalLines } from './proposalLines';

/**
 * The entry of a fix list for a finding: what is wrong, the value as the gate saw it, what is
 * expected, how and where to fix it, and what is proposed for the field.
 */
export function fixEntry(
	finding: Finding,
	{ proposals, shown, reader }: { proposals: readonly Proposal[]; shown?: Showing; reader: Reader },
): ListEntry {
	const { wording } = reader;
	const { severity, howToFix, fixUrl = '' } = finding;
	const seen = formatSeen(finding, shown, reader);
	const details = [
		...(seen === '' ? [] : [fill(wording.seen, { seen })]),
		fill(wording.expected, { expected: formatExpected(finding, wording) }),
		...(howToFix === '' ? [] : [fill(wording.howToFix, { text: howToFix })]),
		...proposalLines(finding, { proposals, shown, reader }),
	];
	const said = formatFinding(finding, wording);
	return {
		text: severity === 'warning' ? fill(wording.goodToHave, { finding: said }) : said,
		details,
		...(fixUrl === '' ? {} : { link: { label: wording.fixHere, url: fixUrl } }),
	};
}
