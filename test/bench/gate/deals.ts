/** What sales and delivery agreed: 20 requirements over the fields of a deal. */
export const DEAL_POLICY = {
	id: 'bench-deals',
	name: 'Deals',
	record: {
		system: 'crm',
		type: 'deal',
		id: 'id',
		title: 'properties.name',
		url: 'https://crm.example/deals/{{id}}',
	},
	sender: { team: 'Sales', email: 'properties.ownerEmail' },
	receiver: { team: 'Delivery', people: [{ name: 'Robin', email: 'robin@delivery.example' }] },
	requirements: [
		one('name', 'Deal name', { kind: 'present' }),
		one('region', 'Region', { kind: 'present' }),
		one('industry', 'Industry', { kind: 'present' }),
		one('description', 'Description', { kind: 'text', minLength: 20 }),
		one('goals', 'Goals of the client', { kind: 'text', minLength: 20 }),
		one('scope', 'Scope', { kind: 'text', minLength: 20 }),
		one('contract', 'Contract', { kind: 'text', pattern: 'C-\\d{6}', patternLabel: 'C-123456' }),
		one('clientPhone', 'Phone of the client', { kind: 'text', pattern: '\\+\\d{8,14}' }),
		one('amount', 'Amount', { kind: 'number', min: 1 }),
		one('seats', 'Seats', { kind: 'number', min: 1, max: 1000, integer: true }),
		one('currency', 'Currency', { kind: 'oneOf', values: ['EUR', 'USD', 'GBP'] }),
		one('stage', 'Stage', { kind: 'oneOf', values: ['closedwon', 'contractsent'] }),
		one('service', 'Service', { kind: 'oneOf', values: ['project', 'retainer'] }),
		one('ownerEmail', 'Owner', { kind: 'email' }),
		one('clientEmail', 'Contact at the client', { kind: 'email' }),
		one('website', 'Website of the client', { kind: 'url' }),
		one('kickoff', 'Kick-off date', { kind: 'date', after: { days: 1 } }),
		one('signed', 'Signed', { kind: 'boolean', is: true }),
		{
			...one('purchaseOrder', 'Purchase order', { kind: 'text', pattern: 'PO-\\d{4}' }),
			when: { field: 'properties.amount', atLeast: 10000 },
		},
		{
			...one('billingDay', 'Billing day', { kind: 'number', min: 1, max: 28, integer: true }),
			when: { field: 'properties.service', equals: 'retainer' },
		},
	],
};

function one(name: string, label: string, check: Record<string, unknown>) {
	const howToFix = `Ask the client for it, and fill in “${label}” on the deal.`;
	return { id: name, label, field: `properties.${name}`, check, howToFix };
}

/** What a peer is told of a requirement, so that its findings say as much as ours. */
export const GUIDANCE = new Map(
	DEAL_POLICY.requirements.map(({ id, label, howToFix, check }) => [
		id,
		{ label, howToFix, check: String(check.kind) },
	]),
);

/** Mon 2026-03-02 10:00 in UTC: the moment as of which all engines judge. */
export const NOW = Date.parse('2026-03-02T10:00:00Z');
export const EARLIEST_KICKOFF = '2026-03-03';

/** What each engine takes for a text that says something. */
export const SAYS_SOMETHING = /^(?!\s*(?:tbd|n\/a|-|\?)?\s*$)/i;

export interface Deal {
	id: string;
	properties: Record<string, unknown>;
}

const completeDeal = (index: number): Deal => ({
	id: `D-${index}`,
	properties: {
		name: `Roll-out ${index}`,
		region: index % 5 === 0 ? 'Northern Europe' : 'Central Europe',
		industry: 'Machine building',
		description: `Client ${index} replaces the portal that its dealers order spare parts with.`,
		goals: `${10 + index} dealers order on their own, and the hotline gets half the calls.`,
		scope: `${1 + (index % 9)} sites, one portal, single sign-on; no data migration of ${index}.`,
		contract: `C-${100000 + index}`,
		clientPhone: `+493055${1000 + index}`,
		amount: 4000 + (index % 10) * 1000,
		seats: 25 + (index % 50),
		currency: 'EUR',
		stage: 'closedwon',
		service: index % 3 === 0 ? 'retainer' : 'project',
		ownerEmail: `sam.${index % 7}@sales.example`,
		clientEmail: `kim.${index}@client.example`,
		website: `https://www.client-${index}.example/parts`,
		kickoff: `2026-04-${String((index % 28) + 1).padStart(2, '0')}`,
		signed: true,
		purchaseOrder: `PO-${1000 + (index % 9000)}`,
		billingDay: (index % 28) + 1,
	},
});

/** What people leave behind: nothing, blanks, placeholders, and values that are not agreed. */
const FLAWS: Array<(properties: Record<string, unknown>) => void> = [
	(deal) => delete deal.region,
	(deal) => (deal.description = 'tbd'),
	(deal) => (deal.amount = 0),
	(deal) => (deal.clientEmail = 'kim at client'),
	(deal) => (deal.kickoff = '2026-02-27'),
	(deal) => (deal.signed = false),
	(deal) => (deal.scope = '  '),
	(deal) => (deal.service = 'other'),
	(deal) => (deal.website = 'client'),
	(deal) => (deal.seats = 2.5),
];

/** Deals as they come from a CRM: every second one is complete, the others lack one to four things. */
export function makeDeals(count: number): Deal[] {
	const deals = Array.from({ length: count }, (_none, index) => {
		const deal = completeDeal(index);
		if (index % 2 === 0) return deal;
		const flaws = 1 + (Math.floor(index / 2) % 4);
		for (let flaw = 0; flaw < flaws; flaw++) {
			FLAWS[(index * 3 + flaw * 7) % FLAWS.length]?.(deal.properties);
		}
		return deal;
	});
	// Records come out of JSON; objects that were changed by hand are slower to read.
	return JSON.parse(JSON.stringify(deals)) as Deal[];
}
