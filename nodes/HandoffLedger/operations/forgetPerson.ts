import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { HandoffProblem } from '../../domain/base/problem';
import { forgetIn, type ForgottenRow } from '../../domain/upkeep/forgetPerson';
import type { ForgottenPerson } from '../../domain/upkeep/pseudonym';
import { answerOnce } from '../../shared/answerOnce';
import { openLedger, requireLedger } from '../../shared/ledger/openLedger';
import type { ListedOperation } from '../../shared/operations';
import { hintAtTest } from '../hintAtTest';
import { readForgottenPerson, readRewriteSealed } from '../upkeepParameters';

const OUTPUTS = ['Forgotten'] as const;

export const forgetPersonOperation = {
	value: 'forgetPerson',
	name: 'Forget a Person',
	action: 'Forget a person',
	description: 'A pseudonym takes the place of an address, and of the name, in all rows',
	subtitle: 'forget a person',
	outputs: OUTPUTS,
	run: answerOnce(OUTPUTS, forgetPersons),
} as const satisfies ListedOperation;

/** One item for each person: the pseudonym, and in how many rows it stands now. Nothing names them. */
async function forgetPersons(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const persons = context.getInputData().map((_item, index) => readForgottenPerson(context, index));
	const store = requireLedger(openLedger(context));
	const rows = await store.allRows({});
	const told = persons.map((person) => describe(person, rows));
	const rewritten = rows.flatMap((row) => forgetIn(row, persons) ?? []);
	requireConsent(rewritten, readRewriteSealed(context));
	await store.rewrite(
		rewritten.map(({ eventId, actor, reasons, data }) => ({ eventId, actor, reasons, data })),
	);
	hintAtTest(context);
	return [told.map((json, item) => ({ json, pairedItem: { item } }))];
}

function describe(person: ForgottenPerson, rows: readonly unknown[]) {
	const found = rows.flatMap((row) => forgetIn(row, [person]) ?? []);
	return {
		pseudonym: person.pseudonym.name,
		address: person.pseudonym.email,
		rows: found.length,
		handoffs: new Set(found.map(({ handoffId }) => handoffId)).size,
		/** Rows of which Verify Ledger says from now on that they were changed. */
		sealedRows: found.filter(({ sealed }) => sealed).length,
	};
}

function requireConsent(rows: readonly ForgottenRow[], consent: boolean): void {
	const sealed = rows.filter((row) => row.sealed).length;
	if (sealed === 0 || consent) return;
	throw new HandoffProblem(
		`${sealed} of the rows that name this person are sealed, and nothing was changed`,
		'Turn on “Rewrite Sealed Rows”. Verify Ledger then says of these rows that they were changed after they were sealed, which is true: keep a note of why.',
	);
}
