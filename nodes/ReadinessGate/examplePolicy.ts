/** A policy to start from: it works on a record with these fields and shows each kind of setting. */
export const examplePolicy = {
	id: 'sales-to-delivery',
	name: 'Sales to delivery',
	version: '1',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name' },
	sender: { team: 'Sales', email: 'ownerEmail' },
	receiver: { team: 'Delivery', people: [] },
	requirements: [
		{
			id: 'amount',
			label: 'Amount',
			field: 'amount',
			check: { kind: 'number', min: 1 },
			severity: 'blocker',
			fixer: 'sender',
			howToFix: 'Enter the amount of the signed offer',
		},
		{
			id: 'kick-off',
			label: 'Kick-off date',
			field: 'kickOff',
			check: { kind: 'date', after: { days: 3 } },
			severity: 'blocker',
			fixer: 'sender',
			howToFix: 'Agree a date with the customer at least three days from now',
		},
	],
	packet: [{ label: 'Amount', field: 'amount' }],
};
