import type { CrmRole, Role } from '../roles';
import { hubspotCrm } from './hubspot';
import { pipedriveCrm } from './pipedrive';

/** What the deals of both roles are worth. */
const AMOUNT = 12000;

/** Deals of HubSpot, each with the row of an offer that was signed for the same amount. */
export const hubspotAndSignedOffersCrm: Role<CrmRole> = (standins, n8nUrl) => {
	const crm = hubspotCrm(standins, n8nUrl);
	return {
		...crm,
		add: async (title, state) => {
			const id = await crm.add(title, state);
			standins.googleSheets.writeOffer(Number(id), AMOUNT);
			return id;
		},
	};
};

/** Deals of Pipedrive, each invoiced in two parts. */
export const pipedriveAndInvoicesCrm: Role<CrmRole> = (standins, n8nUrl) => {
	const crm = pipedriveCrm(standins, n8nUrl);
	return {
		...crm,
		add: async (title, state) => {
			const dealId = await crm.add(title, state);
			standins.quickbooks.addInvoice({ dealId, amount: AMOUNT / 3 });
			standins.quickbooks.addInvoice({ dealId, amount: (AMOUNT / 3) * 2 });
			return dealId;
		},
	};
};
