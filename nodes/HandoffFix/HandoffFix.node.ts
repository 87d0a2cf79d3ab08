import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { outputsExpression, runOperation, subtitleExpression } from '../shared/operations';
import { testSealKey } from '../shared/testSealKey';
import { webhooks } from '../shared/waiting/webhooks';
import { operations } from './operations';
import { properties } from './properties';
import { serveFixPage } from './serveFixPage';
import { FIX_TOOLTIP } from './waitNote';

export class HandoffFix implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Handoff Fix',
		name: 'handoffFix',
		icon: { light: 'file:handoffFix.svg', dark: 'file:handoffFix.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleExpression(operations),
		description: 'Waits until the sending side has supplied what is missing, on a page of its own',
		defaults: { name: 'Handoff Fix' },
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(operations),
		// Closed off on purpose: an agent must not be able to ask people, or to wait for them.
		usableAsTool: undefined,
		credentials: [{ name: 'handoffSealApi', required: false, testedBy: 'testSealKey' }],
		waitingNodeTooltip: FIX_TOOLTIP,
		webhooks,
		properties,
	};

	/** A resume webhook belongs to the execution: there is nothing to register anywhere. */
	webhookMethods = {
		default: {
			checkExists: async () => true,
			create: async () => true,
			delete: async () => true,
		},
	};

	methods = { credentialTest: { testSealKey } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await serveFixPage(this, Date.now());
	}
}
