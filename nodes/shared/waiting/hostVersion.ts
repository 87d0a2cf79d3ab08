import * as host from 'n8n-workflow';
import { HandoffProblem } from '../../domain/base/problem';

/**
 * Refuses an n8n that could not keep the promise. Before 2.39 a decision on a waiting node could
 * only leave by the first output, which is Notify: it would be lost. n8n-workflow exports
 * `N8N_NODES_API_VERSION` from the same release on.
 *
 * @param nodeName as the editor shows it
 * @throws HandoffProblem before anything is sent
 */
export function requireSupportedHost(nodeName: string, exported: object = host): void {
	if ('N8N_NODES_API_VERSION' in exported) return;
	throw new HandoffProblem(
		`${nodeName} needs n8n 2.39.0 or later`,
		'Update n8n. Readiness Gate and SLA Timer work on this version.',
	);
}
