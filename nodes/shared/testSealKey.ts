import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { requireKeys } from '../domain/ledger/seal';
import { HandoffProblem } from '../domain/base/problem';
import { readKeys } from './sealKeys';

/** Tells in the credential's window whether its keys can protect a ledger. */
export async function testSealKey(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		requireKeys(readKeys(data ?? {}));
		return { status: 'OK', message: 'The key can seal and verify ledger rows.' };
	} catch (thrown) {
		const remedy = thrown instanceof HandoffProblem ? `. ${thrown.remedy}` : '';
		const what = thrown instanceof Error ? thrown.message : 'The keys cannot be read';
		return { status: 'Error', message: `${what}${remedy}` };
	}
}
