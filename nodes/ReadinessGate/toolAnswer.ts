import type { Handoff } from '../domain/handoff/envelope';
import { openFindings } from '../domain/readiness/evaluateReadiness';

/**
 * What an agent is told: short and structured, what is open and who can fix it how. It opens no
 * handoff, so that an agent can ask but never decide.
 */
export const answerAgent = ({ record, verdict }: Handoff) => ({
	record: record.title || record.id,
	ready: verdict?.ready ?? false,
	score: verdict?.score ?? 0,
	open: openFindings(verdict?.findings ?? []).map(
		({ label, field, severity, shortfall, expected, fixer, howToFix, message }) => ({
			label,
			field,
			severity,
			shortfall,
			expected,
			fixer,
			howToFix,
			...(message !== undefined && { message }),
		}),
	),
});
