import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/**
 * On a timer n8n does not run a node again: it forwards the node's input to the first output. So the
 * input becomes what is to be said then. The source is repeated for each output because n8n pairs
 * items of output N with source N when the execution resumes.
 *
 * @param outputs how many the node has
 */
export function prepareTimer(
	context: IExecuteFunctions,
	messages: INodeExecutionData[],
	outputs: number,
): void {
	const execution = context.getExecuteData();
	const [source] = execution.source?.main ?? [];
	if (execution.source !== null && source) {
		execution.source.main = [source, ...Array.from({ length: outputs - 1 }, () => ({ ...source }))];
	}
	execution.data.main = [messages];
}
