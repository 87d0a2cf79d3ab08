import { CRMS, DEAL_SOURCES, webhook } from './crms';
import { deliveryToAccountManagement } from './deliveryToAccountManagement';
import { marketingToSales } from './marketingToSales';
import { onboardingToDelivery } from './onboardingToDelivery';
import { salesToDelivery } from './salesToDelivery';
import { salesToOnboarding } from './salesToOnboarding';
import { sentDeals } from './sentDeals';
import type { Starter } from './starter';
import { supportToEngineering } from './supportToEngineering';

/** The policies to start from; those of a seam that begins in a CRM come once for each CRM. */
export const STARTER_POLICIES: Starter[] = [
	...CRMS.flatMap((crm) => [
		{ file: `marketing-to-sales.${crm.system}`, policy: marketingToSales(crm) },
		{ file: `sales-to-onboarding.${crm.system}`, policy: salesToOnboarding(crm) },
	]),
	...DEAL_SOURCES.map((crm) => ({
		file: `sales-to-delivery.${crm.system}`,
		policy: crm === webhook ? sentDeals : salesToDelivery(crm),
	})),
	...[onboardingToDelivery, deliveryToAccountManagement, supportToEngineering].map((policy) => ({
		file: policy.id,
		policy,
	})),
];
