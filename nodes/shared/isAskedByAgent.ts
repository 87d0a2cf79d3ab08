import type { IExecuteFunctions } from 'n8n-workflow';

/** Whether an AI agent asks. n8n gives the tool twin of a node this ending. */
export const isAskedByAgent = (context: Pick<IExecuteFunctions, 'getNode'>): boolean =>
	context.getNode().type.endsWith('Tool');
