import { canonicalJson } from '../domain/base/digest';
import { parsePolicy } from '../domain/policy/parsePolicy';
import { compilePolicy, withOwnData, type CompiledPolicy } from '../domain/readiness/compilePolicy';

const MOST_POLICIES = 20;
const LONGEST_DOCUMENT = 200_000;

/**
 * The policies that were compiled last, by their text, for all executions of this process: a flow
 * that starts for each record reads its policy once, and what Node has learned about judging by it
 * stays of use.
 */
const lastCompiled = new Map<string, CompiledPolicy>();

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
		// Later nodes may change what they find in their items; the next execution must not see it.
		const own = withOwnData(compileOnce(key, document));
		compiled.set(key, own);
		return own;
	};
}

function compileOnce(key: string, document: unknown): CompiledPolicy {
	const compiled = lastCompiled.get(key) ?? compilePolicy(parsePolicy(document));
	// The one that was used last goes to the end: the first one is the one to forget.
	lastCompiled.delete(key);
	if (key.length <= LONGEST_DOCUMENT) lastCompiled.set(key, compiled);
	const [oldest] = lastCompiled.keys();
	if (lastCompiled.size > MOST_POLICIES && oldest !== undefined) lastCompiled.delete(oldest);
	return compiled;
}
