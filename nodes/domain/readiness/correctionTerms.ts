import { parsePath } from '../base/parsePath';
import { compilePath } from '../base/record';
import { withField } from '../base/withField';
import type { CorrectionTerms } from '../handoff/correction';
import { pathsIn } from '../policy/compileText';
import { approverPaths } from './approvers';
import type { CompiledPolicy } from './compilePolicy';
import { controlOfOneField } from './controlFor';
import { judgedPaths } from './policyPaths';

/**
 * What the receiving team may correct of a record, with what it takes to judge it again. Objects and
 * lists of them are left out: they cannot be typed into a field.
 *
 * @returns undefined where the policy allows nothing
 */
export function correctionTerms(
	compiled: CompiledPolicy,
	record: unknown,
): CorrectionTerms | undefined {
	const { correctable = [] } = compiled.policy.acceptance;
	const fields = correctable.flatMap((field) => controlOfOneField(field, compiled, record) ?? []);
	return fields.length === 0 ? undefined : { fields, ...termsToJudge(compiled, record) };
}

/** What it takes to judge a record once more: the part of the policy that judges, and its values. */
export function termsToJudge(
	compiled: CompiledPolicy,
	record: unknown,
): Pick<CorrectionTerms, 'policy' | 'record'> {
	const { id, version, record: reference, requirements, placeholders, sources } = compiled.policy;
	const { waivers } = compiled.policy;
	return {
		policy: { id, version, record: reference, requirements, placeholders, sources, waivers },
		record: onlyJudged(compiled, record),
	};
}

/** The values that the requirements look at; shorter paths first, so that none covers another. */
function onlyJudged(
	{ policy, requirements }: CompiledPolicy,
	record: unknown,
): Record<string, unknown> {
	const links = policy.requirements.flatMap(({ fixUrl = '' }) => pathsIn(fixUrl, 'text'));
	const paths = [
		...pathsIn(policy.record.id, 'path'),
		...approverPaths(policy),
		...judgedPaths(requirements),
		...links,
	];
	const kept = [...new Set([...paths, ...(policy.acceptance.correctable ?? [])])]
		.sort((one, other) => depthOf(one) - depthOf(other))
		.reduce<unknown>((copy, path) => {
			const value = compilePath(path)(record);
			return value === undefined ? copy : withField(copy, path, value);
		}, {});
	return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}

const depthOf = (path: string): number => parsePath(path)?.length ?? 0;
