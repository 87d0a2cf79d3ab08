import type { IExecuteFunctions } from 'n8n-workflow';
import { isTestRun } from '../shared/ledger/beganInTest';

/** Tells who runs the flow in the editor that the real ledger stays as it was. */
export function hintAtTest(context: IExecuteFunctions): void {
	if (!isTestRun(context)) return;
	context.addExecutionHints({
		message:
			'Run in the editor: only the ledger of test runs was changed. The real one is changed when the published flow runs.',
		location: 'outputPane',
	});
}
