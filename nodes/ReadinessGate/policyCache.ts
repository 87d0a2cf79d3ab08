import { canonicalJson } from '../domain/digest';
import { parsePolicy } from '../domain/policy/parsePolicy';
import { compilePolicy, type CompiledPolicy } from '../domain/readiness/compilePolicy';

/**
 * Keeps the policies of one execution, so that the same policy is read and compiled once, however
 * many items it is held against.
 */
export function createPolicyCache(): (document: unknown) => CompiledPolicy {
	const compiled = new Map<string, CompiledPolicy>();
	return (document) => {
		const key = typeof document === 'string' ? document : canonicalJson(document);
		const known = compiled.get(key);
		if (known !== undefined) return known;
		const fresh = compilePolicy(parsePolicy(document));
		compiled.set(key, fresh);
		return fresh;
	};
}
