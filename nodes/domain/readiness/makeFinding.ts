import type { Finding, Waiver } from '../handoff/verdict';
import { copySentence, inEnglish, say, type Sentence } from '../language/sentence';
import type { ReadText } from '../policy/compileText';
import { formatValue } from '../policy/formatValue';
import { oneValue, SeveralValues } from '../policy/oneValue';
import type { Requirement } from '../policy/policy';
import { showInvisible } from '../policy/readable';

const MOST_SEEN = 200;

/** The finding when a requirement is unmet, but for what is wrong with which value. */
export const makeFindingTemplate = (requirement: Requirement, expected: Sentence): Finding => ({
	requirementId: requirement.id,
	label: requirement.label,
	field: requirement.field,
	check: requirement.check.kind,
	severity: requirement.severity,
	shortfall: '',
	seen: '',
	expected: inEnglish(expected),
	codes: { shortfall: say('shortfallMissing'), expected },
	fixer: requirement.fixer,
	howToFix: requirement.howToFix,
	...(requirement.message !== undefined && { message: requirement.message }),
});

/** What a field object or a list of one holds: nobody who reads a finding asks for the wrapping. */
function held(value: unknown): unknown {
	if (typeof value !== 'object') return value;
	const one = oneValue(value, isNeverMissing);
	return one instanceof SeveralValues ? value : one;
}

const isNeverMissing = (): boolean => false;

/** Written out member by member: a copy of a whole object takes twice as long. */
export function makeFinding(
	{ findingTemplate, fixUrl }: { findingTemplate: Finding; fixUrl: ReadText | undefined },
	record: unknown,
	{ shortfall, value, waiver }: { shortfall: Sentence; value: unknown; waiver: Waiver | undefined },
): Finding {
	const finding: Finding = {
		requirementId: findingTemplate.requirementId,
		label: findingTemplate.label,
		field: findingTemplate.field,
		check: findingTemplate.check,
		severity: findingTemplate.severity,
		shortfall: inEnglish(shortfall),
		seen: showInvisible(formatValue(held(value), MOST_SEEN)),
		expected: findingTemplate.expected,
		codes: {
			shortfall: copySentence(shortfall),
			expected: findingTemplate.codes.expected,
		},
		fixer: findingTemplate.fixer,
		howToFix: findingTemplate.howToFix,
	};
	const { message } = findingTemplate;
	if (message !== undefined) finding.message = message;
	if (fixUrl !== undefined) finding.fixUrl = fixUrl(record);
	if (waiver !== undefined) finding.waiver = waiver;
	return finding;
}
