import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { HandoffProblem } from '../../domain/base/problem';
import { holdsExpression } from '../holdsExpression';
import { readParameter, type ParameterContext } from '../readParameter';

/** It stands before the names of tables, in n8n or in a database of the user. */
const nameSchema = z
	.string()
	.trim()
	.max(40, 'expected at most 40 characters')
	.regex(
		/^([a-z0-9][a-z0-9_]*)?$/,
		'expected small letters, digits and underscores, such as “acme”, or nothing',
	);

/**
 * Whose ledger is meant, where several are kept side by side; empty for the only one.
 *
 * @throws HandoffProblem when an expression gives the items several ledgers: what is claimed, read and
 * written in one run is of one ledger
 */
export function readLedgerName(
	context: ParameterContext & Pick<IExecuteFunctions, 'getInputData'>,
): string {
	const field = { name: 'ledgerName', displayName: 'Ledger Name' };
	const read = (itemIndex: number) => readParameter(context, { ...field, itemIndex }, nameSchema);
	const first = read(0);
	const raw = context.getNodeParameter(field.name, 0, '', { rawExpressions: true });
	if (!holdsExpression(raw)) return first;
	const other = context.getInputData().findIndex((_item, index) => read(index) !== first);
	if (other < 0) return first;
	throw new HandoffProblem(
		`“Ledger Name” is “${first}” for the first item and “${read(other)}” for item ${other + 1}`,
		'Let one run be of one ledger: start a flow, or an execution of a sub-workflow, for each.',
	);
}
