import type { Remark } from './remark';

/** What the linter found in one file, for a person at a terminal; the first line has the counts. */
export function describeRemarks(path: string, remarks: readonly Remark[]): string {
	const errors = remarks.filter(({ level }) => level === 'error');
	const warnings = remarks.filter(({ level }) => level === 'warning');
	const choices = describeChoices(remarks.filter(({ level }) => level === 'setUp'));
	const counts = [
		countOf(errors.length, 'error'),
		countOf(warnings.length, 'warning'),
		`${choices.length} to set up`,
	];
	return [
		`${path}: ${counts.join(', ')}`,
		...[...errors, ...warnings].map(describeRemark),
		...(choices.length === 0 ? [] : ['  set-up', ...choices]),
		'',
	].join('\n');
}

const countOf = (count: number, noun: string): string =>
	`${count} ${noun}${count === 1 ? '' : 's'}`;

const describeRemark = ({ level, rule, node, at, message, remedy }: Remark): string =>
	[
		`  ${level}  ${node === undefined ? '' : `“${node}” · `}${at}  (${rule})`,
		`      ${message}`,
		`      → ${remedy}`,
	].join('\n');

/** One line for each thing to choose, with the nodes in which it is chosen. */
function describeChoices(remarks: readonly Remark[]): string[] {
	const nodes = new Map<string, string[]>();
	for (const { rule, message, node = '' } of remarks) {
		const what = rule === 'choose-credential' ? `credential ${message}` : message;
		nodes.set(what, [...new Set([...(nodes.get(what) ?? []), node])]);
	}
	return [...nodes].map(([what, where]) => `      ${what}: ${where.join(' · ')}`);
}
