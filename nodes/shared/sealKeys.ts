import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';
import { z } from 'zod';
import { requireKey, type SealKeys } from '../domain/ledger/seal';

/** The credential that seals ledger rows. */
export const SEAL_CREDENTIAL = 'handoffSealApi';

/** What contexts of execution and of webhooks both can do. */
interface CredentialContext {
	getNode(): INode;
	getCredentials(type: string): Promise<ICredentialDataDecryptedObject>;
}

const keysSchema = z.object({
	secretKey: z.string().default(''),
	previousSecretKey: z.string().default(''),
});

/** The keys as the credential holds them. */
export function readKeys(credential: unknown): SealKeys {
	const { secretKey: key, previousSecretKey: previousKey } = keysSchema.parse(credential);
	return { key, ...(previousKey !== '' && { previousKey }) };
}

/**
 * The key with which this node seals its rows; undefined when the user chose no credential.
 *
 * @throws HandoffProblem when the key is too short to protect anything
 */
export async function readSealKey(context: CredentialContext): Promise<string | undefined> {
	if (context.getNode().credentials?.[SEAL_CREDENTIAL] === undefined) return undefined;
	const { key } = readKeys(await context.getCredentials(SEAL_CREDENTIAL));
	requireKey(key);
	return key;
}
