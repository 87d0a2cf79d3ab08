import { KEYS } from '../fakes/credentials';
import { startStandins, type Standins } from '../fakes/standins';
import { askVendors, type Call } from './askVendors';

const HUBSPOT = 'https://api.hubapi.com/crm/v3/objects';
const CLICKUP = 'https://api.clickup.com/api/v2';
const SLACK = 'https://slack.com/api';
const hubspotKey = `Bearer ${KEYS.hubspot}`;
const slackKey = `Bearer ${KEYS.slack}`;

describe('the vendors behind the stand-ins', () => {
	let standins: Standins;

	const ask = (...calls: Call[]) => askVendors(standins.environment(), ...calls);

	beforeEach(async () => {
		standins = await startStandins();
	});

	afterEach(async () => {
		await standins.stop();
	});

	it('find deals by groups of filters, page by page', async () => {
		for (const [dealname, dealstage, amount] of [
			['A', 'closedwon', '900'],
			['B', 'closedwon', '12000'],
			['C', 'closedwon', '15000'],
			['D', 'qualified', '20000'],
			['E', 'qualified', ''],
		] as const) {
			standins.hubspot.addDeal({ properties: { dealname, dealstage, amount } });
		}
		const won = { propertyName: 'dealstage', operator: 'IN', values: ['closedwon'] };
		const big = { propertyName: 'amount', operator: 'GTE', value: '12000' };
		const unknown = { propertyName: 'amount', operator: 'NOT_HAS_PROPERTY' };
		const search = {
			filterGroups: [{ filters: [won, big] }, { filters: [unknown] }],
			sorts: [{ propertyName: 'dealname', direction: 'DESCENDING' }],
			properties: ['dealname'],
			limit: 2,
		};
		const method = 'POST';
		const url = `${HUBSPOT}/deals/search`;

		const [first, second] = await ask(
			{ method, url, key: hubspotKey, body: search },
			{ method, url, key: hubspotKey, body: { ...search, after: '2' } },
		);

		expect(first?.body).toMatchObject({
			total: 3,
			results: [{ properties: { dealname: 'E' } }, { properties: { dealname: 'C' } }],
			paging: { next: { after: '2' } },
		});
		expect(second?.body).toMatchObject({ results: [{ properties: { dealname: 'B' } }] });
		expect(second?.body).not.toHaveProperty('paging');
	});

	it('keep a note with its deal and count it as a change of the deal', async () => {
		const id = standins.hubspot.addDeal({ properties: { dealname: 'Acme' } });
		const [before] = standins.hubspot.deals();
		const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 214 }];
		const note = {
			properties: { hs_timestamp: 1_772_445_600_000, hs_note_body: 'Budget is missing' },
			associations: [{ to: { id }, types }],
		};

		const [made, lost] = await ask(
			{ method: 'POST', url: `${HUBSPOT}/notes`, key: hubspotKey, body: note },
			{
				method: 'POST',
				url: `${HUBSPOT}/notes`,
				key: hubspotKey,
				body: { ...note, associations: [{ to: { id: '1' }, types }] },
			},
		);

		expect(made?.status).toBe(201);
		expect(lost?.status).toBe(404);
		expect(standins.hubspot.notes()).toMatchObject([{ dealIds: [id], body: 'Budget is missing' }]);
		const [after] = standins.hubspot.deals();
		expect(Date.parse(`${after?.properties.hs_lastmodifieddate}`)).toBeGreaterThan(
			Date.parse(`${before?.properties.hs_lastmodifieddate}`),
		);
	});

	it('refuse to write a property that nobody made in HubSpot', async () => {
		const id = standins.hubspot.addDeal({ properties: { dealname: 'Acme' } });
		const url = `${HUBSPOT}/deals/${id}`;
		const body = { properties: { handoff_task_url: 'https://app.clickup.com/t/1' } };
		const patch = { method: 'PATCH', url, key: hubspotKey, body };

		const [refused] = await ask(patch);
		standins.hubspot.addDealProperties('handoff_task_url');
		const [taken] = await ask(patch);

		expect(refused).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
		expect(taken?.status).toBe(200);
		expect(standins.hubspot.deals()).toMatchObject([body]);
	});

	it('find a task again by its custom field', async () => {
		standins.clickup.addField({ id: 'field-1', name: 'Handoff', type: 'short_text' });
		const create = (name: string, value: string) => ({
			method: 'POST',
			url: `${CLICKUP}/list/901/task`,
			key: KEYS.clickup,
			body: { name, custom_fields: [{ id: 'field-1', value }] },
		});
		const wanted = JSON.stringify([{ field_id: 'field-1', operator: '=', value: 'h-2' }]);
		const url = `${CLICKUP}/list/901/task?custom_fields=${encodeURIComponent(wanted)}`;

		const answers = await ask(create('One', 'h-1'), create('Two', 'h-2'), {
			url,
			key: KEYS.clickup,
		});

		expect(answers[2]?.body).toMatchObject({ tasks: [{ name: 'Two' }], last_page: true });
		expect(standins.clickup.tasks().map(({ name }) => name)).toEqual(['One', 'Two']);
	});

	it.each([
		['an unknown channel', { channel: '#nowhere', text: 'x' }, 'channel_not_found'],
		['an empty message', { channel: '#handoffs' }, 'no_text'],
		[
			'a header of more than 150 characters',
			{
				channel: '#handoffs',
				blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
			},
			'invalid_blocks',
		],
	])('let Slack refuse %s with status 200', async (_what, body, error) => {
		const url = `${SLACK}/chat.postMessage`;

		const [answer] = await ask({ method: 'POST', url, key: slackKey, body });

		expect(answer).toMatchObject({ status: 200, body: { ok: false, error } });
		expect(standins.slack.messages()).toEqual([]);
	});

	it('deliver a message to a channel by name and to a person by id', async () => {
		const person = { id: 'U0ANA', name: 'ana', realName: 'Ana Lead', email: 'ana@studio.example' };
		standins.slack.addPerson(person);
		const post = (channel: string) => ({
			method: 'POST',
			url: `${SLACK}/chat.postMessage`,
			key: slackKey,
			body: { channel, text: 'Hello' },
		});

		await ask(post('#handoffs'), post('U0ANA'));

		const receivers = standins.slack.messages().map(({ to }) => to);
		expect(receivers).toEqual(['handoffs', 'ana@studio.example']);
	});
});
