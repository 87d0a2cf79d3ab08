/** The requests that other systems really send, with the headers they were seen to send. */

export interface Sent {
	headers: Record<string, string>;
	body: string;
}

type Fields = Record<string, string>;

/** “POST” of Webhooks by Zapier with payload type JSON: every value is a text. */
export const asZapier = (fields: Fields): Sent => ({
	headers: {
		accept: 'application/json',
		'content-type': 'application/json; charset=utf-8',
		'user-agent': 'Zapier',
	},
	body: JSON.stringify(fields),
});

/** The same with payload type Form, which is what a Zap sends unless told otherwise. */
export const asZapierForm = (fields: Fields): Sent => ({
	headers: {
		accept: 'application/json',
		'content-type': 'application/x-www-form-urlencoded',
		'user-agent': 'Zapier',
	},
	body: new URLSearchParams(fields).toString(),
});

/** “Make a request” of Make's HTTP app; numbers stay numbers. */
export const asMake = ({ amount, ...fields }: Fields): Sent => ({
	headers: {
		'accept-encoding': 'gzip, br, deflate',
		'content-type': 'application/json',
		'user-agent': 'Make/production',
	},
	body: JSON.stringify({ ...fields, amount: amount === '' ? null : Number(amount) }),
});

const DAY = 24 * 60 * 60 * 1000;

/** A won deal with everything the policy asks for, under the names of the mapping. */
export const wonDeal = (id: string, name: string): Fields => ({
	id,
	name,
	url: `https://crm.example/deals/${id}`,
	amount: '12000',
	goals: 'Twice as many enquiries through the website by the end of the year.',
	scope: 'New website with eight pages and a form. No shop, no translations.',
	service: 'project',
	kickoff_date: new Date(Date.now() + 14 * DAY).toISOString().slice(0, 10),
	client_email: 'client@example.com',
	background: 'Came in through a referral; two calls, one workshop.',
	owner_name: 'Sam Seller',
	owner_email: 'sam@example.com',
});
