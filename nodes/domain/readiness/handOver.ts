import type { Instant } from '../base/instant';
import type { CompiledPolicy } from './compilePolicy';
import { contextOf } from './judgeRecord';

/**
 * Whether a record is to be handed over at all by its policy. What cannot be told counts as yes:
 * then people are asked, and nothing is left out unnoticed.
 */
export function isToHandOver(compiled: CompiledPolicy, record: unknown, now: Instant): boolean {
	try {
		return compiled.handOver?.holds(contextOf(compiled, record, now)) !== false;
	} catch {
		return true;
	}
}
