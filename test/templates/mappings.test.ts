import { z } from 'zod';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../nodes/domain/readiness/compilePolicy';
import { judgeRecord } from '../../nodes/domain/readiness/judgeRecord';
import { SENT } from '../../templates/builder/crm/webhook';
import { sentDeals } from '../../templates/builder/policies/sentDeals';
import { pages } from '../documents/pages';
import { copyOf, nodeIn } from './plant';

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

/** What comes of a deal about which nothing but its id is known. */
const BARE: Record<string, object> = {
	close: { event: { data: { id: 'oppo_7H4s' } } },
	attio: { deal: { record_id: 'bf071e1f-6035' } },
	highlevel: { id: 'PxSlfYH0jr' },
};

/** What is none of ours: a test of the address, another event, nothing at all. */
const FOREIGN: object[] = [
	{},
	{ event: 'ping' },
	{ event: { type: 'lead.created' }, deal: 'none' },
];

/** A section that shows lines of “Map the fields”: the CRM, and a value for each field. */
interface Mapping {
	crm: string;
	lines: Record<string, string>;
}

const LINE = /^\| `(\w+)` +\| `(.*\{\{.*\}\}.*)` +\|$/gm;

const mappings = pages()
	.filter(({ path }) => path === 'docs/crm-by-webhook.md')
	.flatMap(({ text }) => text.split(/^## /m).slice(1))
	.map((section): Mapping => {
		const lines = [...section.matchAll(LINE)].map(([, field = '', value = '']) => [field, value]);
		const [crm = ''] = section.split('\n');
		return { crm: crm.toLowerCase(), lines: Object.fromEntries(lines) };
	})
	.filter(({ lines }) => Object.keys(lines).length > 0);

/** What a text field of a Set node becomes: expressions in braces, as text. */
const valueOf = (text: string, item: object): string =>
	text.replace(/\{\{(.*?)\}\}/g, (_all, expression: string) =>
		String(new Function('$json', `return (${expression})`)(item) ?? ''),
	);

const fieldsOfTemplate = z
	.object({ assignments: z.array(z.object({ name: z.string() })) })
	.transform(({ assignments }) => assignments.map(({ name }) => name));

const policy = compilePolicy(parsePolicy(sentDeals));

const recordOf = ({ lines }: Mapping, body: object | undefined) =>
	Object.fromEntries(
		Object.entries(lines).map(([field, text]) => [field, valueOf(text, { body })]),
	);
const labelsOf = (record: object) =>
	judgeRecord(policy, record, { now: MONDAY }).findings.map(({ label }) => label);

describe('the mappings of docs/crm-by-webhook.md', () => {
	it('are there for each CRM that is named', () => {
		expect(mappings.map(({ crm }) => crm).sort()).toEqual(Object.keys(BODIES).sort());
	});

	it.each(mappings)('$crm: has the fields of the template, each once', ({ lines }) => {
		const { assignments } = nodeIn(copyOf('webhook-to-clickup.json'), SENT.map).parameters;

		expect(Object.keys(lines).sort()).toEqual(fieldsOfTemplate.parse(assignments).sort());
	});

	it.each(mappings)('$crm: a complete deal is ready, under its own id and owner', (mapping) => {
		const record = recordOf(mapping, BODIES[mapping.crm]);

		expect(record).toMatchObject({
			name: 'Harbour website',
			amount: '24000',
			owner_name: 'Sam Seller',
			owner_email: 'sam@sales.example',
			url: expect.stringMatching(/^https:/),
		});
		expect(record.id?.length).toBeGreaterThan(5);
		expect(labelsOf(record)).toEqual([]);
	});

	it.each(mappings)('$crm: a deal with nothing but its id is told what it lacks', (mapping) => {
		const record = recordOf(mapping, BARE[mapping.crm]);

		expect(record.id?.length).toBeGreaterThan(5);
		expect(labelsOf(record)).toEqual([
			...['Name of the deal', 'E-mail address of the seller', 'Budget', 'Goals of the client'],
			...['Scope', 'Service', 'Kick-off date', 'Contact at the client', 'Background'],
		]);
	});

	it.each(mappings)('$crm: what is no deal comes without an id', (mapping) => {
		expect(FOREIGN.map((body) => recordOf(mapping, body).id)).toEqual(['', '', '']);
	});
});
