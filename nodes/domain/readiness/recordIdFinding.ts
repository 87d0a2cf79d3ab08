import type { CompiledPolicy } from './compilePolicy';
import type { Finding } from '../handoff/verdict';
import { inEnglish, say } from '../language/sentence';

/** The finding of a record that the policy cannot tell from others. It can never be waived. */
export const NO_RECORD_ID = 'record.id';

export function identityFindings({ record, policy }: CompiledPolicy, value: unknown): Finding[] {
	if (record.id(value) !== '') return [];
	const [shortfall, expected] = [say('shortfallMissing'), say('expectedId')];
	return [
		{
			requirementId: NO_RECORD_ID,
			label: 'Record id',
			field: policy.record.id,
			check: 'present',
			severity: 'blocker',
			shortfall: inEnglish(shortfall),
			seen: '',
			expected: inEnglish(expected),
			codes: { shortfall, expected },
			fixer: 'builder',
			howToFix: `Point record.id of the policy “${policy.id}” at the field that holds the id.`,
		},
	];
}
