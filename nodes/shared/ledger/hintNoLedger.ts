import type { IExecuteFunctions } from 'n8n-workflow';

/** Says below the output of a node that it keeps no ledger on this n8n, and what that means. */
export const hintNoLedger = (context: Pick<IExecuteFunctions, 'addExecutionHints'>): void =>
	context.addExecutionHints({
		message:
			'This n8n has no Data Tables, so nothing is remembered: rows leave with the item. Update n8n, switch its Data Tables on, or choose “By a Workflow of Mine” in “Keep Ledger”.',
		type: 'warning',
		location: 'outputPane',
	});
