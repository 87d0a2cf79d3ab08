import type { IDataObject, IExecuteFunctions, IExecuteWorkflowInfo } from 'n8n-workflow';

/** The part of n8n's context that runs workflows. */
export type RunContext = Pick<
	IExecuteFunctions,
	'executeWorkflow' | 'getExecutionId' | 'getWorkflow'
>;

/**
 * Runs another workflow with one item.
 *
 * @returns what it answered by its first output, without empty items
 * @throws whatever n8n throws when it does not run to its end
 */
export async function runInner(
	context: RunContext,
	workflow: IExecuteWorkflowInfo,
	item: IDataObject,
): Promise<IDataObject[]> {
	const parentExecution = {
		executionId: context.getExecutionId(),
		workflowId: context.getWorkflow().id ?? '',
	};
	const { data } = await context.executeWorkflow(workflow, [{ json: item }], undefined, {
		parentExecution,
	});
	const answered = (data[0] ?? []).map(({ json }) => json);
	return answered.filter((json) => Object.keys(json).length > 0);
}
