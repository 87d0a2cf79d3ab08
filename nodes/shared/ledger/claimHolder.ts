import type { IExecuteFunctions } from 'n8n-workflow';
import { digestOf } from '../../domain/base/digest';

/**
 * Who this execution is as the holder of claims: the same when n8n retries it under another number.
 * n8n draws one token for an execution and keeps it for a retry; only its digest leaves the node.
 */
export function claimHolder(context: IExecuteFunctions): string {
	const address = context.evaluateExpression('{{ $execution.resumeUrl }}', 0);
	const [, token] = /[?&]signature=([^&]+)/.exec(String(address)) ?? [];
	return token === undefined ? context.getExecutionId() : digestOf(token).slice(0, 32);
}
