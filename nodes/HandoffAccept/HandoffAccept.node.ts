import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { runOperation } from '../shared/operations';
import { testSealKey } from '../shared/testSealKey';
import { operations } from './operations';
import { sendAndWaitOperation } from './operations/sendAndWait';
import { properties } from './properties';
import { serveDecisionPage } from './serveDecisionPage';
import { WAITING_TOOLTIP } from './waitNote';
import { webhooks } from '../shared/waiting/webhooks';

export class HandoffAccept implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Handoff Accept',
		name: 'handoffAccept',
		icon: { light: 'file:handoffAccept.svg', dark: 'file:handoffAccept.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["receiversFrom"] === "here" ? "asks the people named here" : "asks the receiving team" }}',
		description: 'Waits until the receiving team accepts the handoff or returns it with reasons',
		defaults: { name: 'Handoff Accept' },
		inputs: [NodeConnectionTypes.Main],
		outputs: sendAndWaitOperation.outputs.map(() => NodeConnectionTypes.Main),
		outputNames: [...sendAndWaitOperation.outputs],
		// Closed off on purpose: an agent must not be able to ask for, or wait out, a decision.
		usableAsTool: undefined,
		credentials: [{ name: 'handoffSealApi', required: false, testedBy: 'testSealKey' }],
		waitingNodeTooltip: WAITING_TOOLTIP,
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
		return await serveDecisionPage(this, Date.now());
	}
}
