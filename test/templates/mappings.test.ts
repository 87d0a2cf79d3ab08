import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../nodes/domain/readiness/compilePolicy';
import { judgeRecord } from '../../nodes/domain/readiness/judgeRecord';
import { webhook } from '../../templates/builder/policies/crms';
import { salesToDelivery } from '../../templates/builder/policies/salesToDelivery';
import { examplesOf, pages } from '../documents/pages';

/** Mon 2026-03-02 10:00 in UTC. */
const MONDAY = Date.parse('2026-03-02T10:00:00Z');

const own = {
	goals: 'Half of the calls about opening hours are gone.',
	scope: 'Ten pages, two languages, no shop.',
	service: 'retainer',
	billing_day: '15',
	kickoff_date: '2026-03-09',
	client_email: 'dana@harbour.example',
};

/** What each CRM posts for a won deal, in the shape it was seen to have. */
const BODIES: Record<string, object> = {
	close: {
		subscription_id: 'whsub_1',
		event: {
			id: 'ev_2sYK',
			object_type: 'opportunity',
			action: 'updated',
			changed_fields: ['status_type', 'status_label', 'date_updated'],
			previous_data: { status_type: 'active', status_label: 'Active' },
			data: {
				id: 'oppo_7H4s',
				lead_id: 'lead_zwqY',
				lead_name: 'Harbour website',
				user_id: 'user_N6Kh',
				user_name: 'Sam Seller',
				status_type: 'won',
				value: 2400000,
				value_currency: 'EUR',
				note: 'Came by the trade fair.',
				'custom.cf_owner_email': 'sam@sales.example',
				...Object.fromEntries(
					Object.entries(own).map(([name, value]) => [`custom.cf_${name}`, value]),
				),
			},
		},
	},
	attio: {
		deal: {
			record_id: 'bf071e1f-6035-429d-b874-d83ea64ea13b',
			name: 'Harbour website',
			web_url: 'https://app.attio.com/studio/deals/record/bf071e1f',
			value: 24000,
			background: 'Came by the trade fair.',
			owner: { name: 'Sam Seller', email: 'sam@sales.example' },
			...own,
		},
	},
	highlevel: {
		id: 'PxSlfYH0jrTWDyPGcSBf',
		opportunity_name: 'Harbour website',
		status: 'won',
		lead_value: 24000,
		pipeline_id: 'GbkXdmJw023w',
		pipleline_stage: 'Won',
		contact_id: 'sRqF0l6l',
		email: 'dana@harbour.example',
		user: { firstName: 'Sam', lastName: 'Seller', email: 'sam@sales.example' },
		customData: {
			url: 'https://app.gohighlevel.com/opportunities/PxSlfYH0jrTWDyPGcSBf',
			background: 'Came by the trade fair.',
			...own,
		},
	},
};

const mappings = pages()
	.filter(({ path }) => path === 'docs/crm-by-webhook.md')
	.flatMap(examplesOf);
const policy = compilePolicy(parsePolicy(salesToDelivery(webhook)));

describe('the mappings of docs/crm-by-webhook.md', () => {
	it('are there for each CRM that is named', () => {
		expect(mappings.map(({ shows }) => shows).sort()).toEqual(Object.keys(BODIES).sort());
	});

	it.each(mappings)(
		'$shows: a complete deal is ready, under its own id and owner',
		({ shows, code }) => {
			const map = new Function('$json', `return (${code})`);
			const record: unknown = map({ body: BODIES[shows] });

			expect(record).toMatchObject({
				name: 'Harbour website',
				amount: 24000,
				owner_name: 'Sam Seller',
				owner_email: 'sam@sales.example',
				url: expect.stringMatching(/^https:/),
			});
			expect(String(Object(record).id).length).toBeGreaterThan(5);
			expect(judgeRecord(policy, record, { now: MONDAY }).findings).toEqual([]);
		},
	);
});
