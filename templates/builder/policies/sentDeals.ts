import { webhook } from './crms';
import { salesToDelivery } from './salesToDelivery';
import type { StarterPolicy } from './starter';

const { paths } = webhook;
const policy = salesToDelivery(webhook);

/** A won deal that another system sends: nothing here could look up its name or who sells it. */
export const sentDeals: StarterPolicy = {
	...policy,
	requirements: [
		{
			id: 'deal-name',
			label: 'Name of the deal',
			field: paths.dealName,
			check: { kind: 'present' },
			howToFix: 'Send the name of the deal along.',
		},
		{
			id: 'seller',
			label: 'E-mail address of the seller',
			field: paths.ownerEmail,
			check: { kind: 'email' },
			howToFix: 'Send the address of the seller along: who is told what is missing.',
		},
		...policy.requirements,
	],
};
