import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The key that seals ledger rows. It never leaves n8n. */
export class HandoffSealApi implements ICredentialType {
	name = 'handoffSealApi';

	displayName = 'Handoff Seal API';

	icon = { light: 'file:handoffSeal.svg', dark: 'file:handoffSeal.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-handoff/n8n-nodes-handoff#seal';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'At least 32 random characters, such as the output of “openssl rand -hex 32”. Keep a copy: without it, no row that it sealed can be verified.',
		},
		{
			displayName: 'Previous Secret Key',
			name: 'previousSecretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'When you change the key, the one before it goes here, so that rows sealed with it still hold',
		},
	];
}
