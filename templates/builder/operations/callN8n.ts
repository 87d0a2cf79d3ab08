import { httpCall } from '../nodes/coreNodes';
import type { Position, TemplateNode } from '../nodes/workflow';
import { SETTINGS } from './retryNames';

interface ApiCall {
	/** After the address of the public API; may hold expressions. */
	path: string;
	method?: 'POST';
	query?: Record<string, string>;
	body?: string;
}

/** A call of n8n's own public API. */
export const callN8n = (
	node: { name: string; at: Position },
	{ path, ...call }: ApiCall,
): TemplateNode =>
	httpCall({
		...node,
		...call,
		url: `={{ ${SETTINGS}.n8nUrl }}/api/v1/${path}`,
		credential: 'n8nApi',
	});
