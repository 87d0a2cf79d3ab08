import type { CrmAdapter } from '../combinations/adapters';
import { addMatching } from '../nodes/joining';
import { comparing } from '../policies/comparing';
import { hubspot as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import { chosen } from './googleSheets';
import { hubspot } from './hubspot';

const READ = 'Read signed offers';
const AMOUNT = 'Signed amount';
const SIGNED = 'Signed on';
const column = (name: string): string => `["${name}"]`;

/** Deals of HubSpot that must say what the client has signed, as a sheet of offers has it. */
export const hubspotAndSignedOffers: CrmAdapter = {
	...hubspot,
	label: 'HubSpot and signed offers',
	system: 'hubspot-and-signed-offers',
	seam: {
		records: 'won HubSpot deals that agree with the signed offer',
		one: 'A won HubSpot deal, with its signed offer,',
		receiver: 'delivery',
	},
	policy: comparing(salesToDelivery(fields), {
		field: 'properties.amount',
		requirement: {
			id: 'signed-amount',
			label: 'Amount as in the signed offer',
			howToFix:
				'Enter the amount that was signed in the deal, or have the row of the offer mended.',
		},
		first: ['HubSpot', 'properties.amount'],
		second: ['Signed offers', column(AMOUNT)],
		also: [
			{
				id: 'signed',
				label: 'Signature of the client',
				field: column(SIGNED),
				check: { kind: 'present' },
				howToFix: 'Enter in the sheet of offers on which day the client has signed.',
				fixUrl: '{{url}}',
			},
		],
		packet: [
			{ label: 'Amount signed', field: column(AMOUNT), as: 'money' },
			{ label: 'Signed on', field: column(SIGNED), as: 'date' },
		],
	}),
	second: {
		read: [
			{
				name: READ,
				type: 'n8n-nodes-base.googleSheets',
				typeVersion: 4.5,
				retry: true,
				notes: 'Choose document and sheet',
				parameters: {
					authentication: 'oAuth2',
					resource: 'sheet',
					operation: 'read',
					documentId: chosen('Google Sheets document'),
					sheetName: chosen('Sheet of signed offers'),
					filtersUI: {},
					options: {},
				},
			},
		],
		add: addMatching('Add the signed offer', { item: 'id', added: 'Deal ID' }),
	},
	setUp: [
		...hubspot.setUp,
		`**Signed offers**, a Google Sheet: OAuth. The first row holds the columns \`Deal ID\`, \`${AMOUNT}\`, \`${SIGNED}\`; one row for each deal.`,
	],
};
