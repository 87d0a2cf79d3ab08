import type { CrmAdapter } from '../combinations/adapters';
import { addMatching, sumFor } from '../nodes/joining';
import { comparing } from '../policies/comparing';
import { pipedrive as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import { pipedrive } from './pipedrive';

const READ = 'Read the invoices';
/** QuickBooks gives the own fields of an invoice in their order, without a fixed name. */
const DEAL = 'CustomField[0].StringValue';
/** As the node Summarize names what it was asked for. */
const [INVOICED, INVOICED_DEAL] = ['sum_TotalAmt', 'CustomField0_StringValue'];

/** Deals of Pipedrive that must have been invoiced in QuickBooks, in one part or in several. */
export const pipedriveAndInvoices: CrmAdapter = {
	...pipedrive,
	label: 'Pipedrive and QuickBooks invoices',
	system: 'pipedrive-and-invoices',
	seam: {
		records: 'won Pipedrive deals that agree with their invoices',
		one: 'A won Pipedrive deal, with its invoices,',
		receiver: 'delivery',
	},
	policy: {
		...comparing(salesToDelivery(fields), {
			field: 'value',
			requirement: {
				id: 'invoiced-amount',
				label: 'Amount as invoiced',
				howToFix: 'Enter the amount that was invoiced in the deal, or have the invoice mended.',
			},
			first: ['Pipedrive', 'value'],
			second: ['QuickBooks', INVOICED],
			packet: [{ label: 'Invoiced', field: INVOICED, as: 'money' }],
		}),
		handOver: pipedrive.policy.handOver,
	},
	second: {
		read: [
			{
				name: READ,
				type: 'n8n-nodes-base.quickbooks',
				typeVersion: 1,
				retry: true,
				parameters: { resource: 'invoice', operation: 'getAll', returnAll: true, filters: {} },
			},
			sumFor('Invoiced in all', { each: DEAL, sum: 'TotalAmt' }),
		],
		add: addMatching('Add its invoices', { item: 'id', added: INVOICED_DEAL }),
	},
	setUp: [
		...pipedrive.setUp,
		'**QuickBooks**: OAuth. The first custom field of invoices holds the deal’s id.',
	],
};
