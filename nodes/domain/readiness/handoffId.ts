import { digestOf } from '../base/digest';
import type { CompiledPolicy } from './compilePolicy';
import { fingerprint } from './fingerprint';

const ID_LENGTH = 32;

/**
 * The id of the handoff of a record under a policy: the same on every attempt and after every edit
 * of the policy. 32 hexadecimal digits.
 *
 * A record without an id of its own gets one from the values that are judged, so that two such
 * records are not taken for one handoff.
 */
export function handoffIdOf(compiled: CompiledPolicy, value: unknown): string {
	const { policy, record } = compiled;
	const id = record.id(value);
	const names = [policy.id, record.system(value), record.type(value)];
	if (id === '') names.push('unknown', fingerprint(compiled, value));
	else names.push(id);
	return digestOf(names).slice(0, ID_LENGTH);
}
