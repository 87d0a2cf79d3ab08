import type { FixingTerms } from '../handoff/fixing';
import type { Finding } from '../handoff/verdict';
import type { CompiledPolicy } from './compilePolicy';
import { controlFor } from './controlFor';
import { termsToJudge } from './correctionTerms';

/**
 * By what those who fix it may type what is missing, with what it takes to judge it again. A currency
 * that is missing by a requirement of its own is asked for there, and not beside its amount.
 *
 * @param findings what is open
 * @returns undefined where nothing can be typed
 */
export function fixingTerms(
	compiled: CompiledPolicy,
	record: unknown,
	findings: readonly Finding[],
): FixingTerms | undefined {
	const asked = new Set(findings.map(({ field }) => field));
	const inputs = findings.flatMap(({ requirementId }) => {
		const judging = compiled.requirements.find(({ requirement: { id } }) => id === requirementId);
		const known = judging && controlFor(judging, compiled, record, asked);
		return known === undefined ? [] : [{ requirementId, ...known }];
	});
	return inputs.length === 0 ? undefined : { inputs, ...termsToJudge(compiled, record) };
}
