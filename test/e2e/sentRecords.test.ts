import { answerSchema } from '../../nodes/domain/gate/answer';
import { openOffice, type Office } from '../scenario/openOffice';
import type { Flow } from '../scenario/flow';
import { RECEIVER, SELLER, studioPolicy } from '../scenario/studio';
import { clickup } from '../../templates/builder/project/clickup';
import { slack } from '../../templates/builder/channel/slack';
import { composeHandoff } from '../../templates/builder/combinations/compose';
import { REFUSAL, webhook } from '../../templates/builder/crm/webhook';
import { writeJson } from '../../templates/builder/nodes/workflow';
import { linksIn } from '../scenario/decisionPage';
import { examplesOnPage, requestOf } from './shownRequests';
import { sendRecord } from './sendRecord';
import { accept, giveBack } from './templateRuns/decide';
import { until } from './templateRuns/run';
import { asMake, asZapier, asZapierForm, wonDeal, type Sent } from './sentRequests';

jest.setTimeout(240_000);

let office: Office;
let flow: Flow;
beforeAll(async () => {
	office = await openOffice();
	const template = writeJson(composeHandoff({ crm: webhook, project: clickup, channel: slack }));
	flow = await office.install(template, studioPolicy());
});
afterAll(async () => await office.close());

const send = async (sent: Sent, key?: string) => await sendRecord(office.n8n.url, sent, key);

const linkFor = (title: string): string => {
	const about = office.standins.slack
		.messages()
		.filter((message) => JSON.stringify(message).includes(title));
	return linksIn(about, RECEIVER.email).at(-1) ?? '';
};
const stepsOf = async (recordId: string) =>
	(await flow.ledgerOf(recordId)).map(({ type, attempt }) => `${attempt} ${type}`);
const heard = (recordId: string) =>
	office.standins.zapier
		.caught()
		.filter((body) => Object(body).recordId === recordId)
		.map((body) => Object(body));

describe('a record that another system sends', () => {
	it.each([
		['without the key', ''],
		['with a wrong key', 'guessed'],
	])('is refused %s, and leaves no trace', async (_how, key) => {
		const { status } = await send(asZapier(wonDeal('z0', 'Refused')), key);

		expect(status).toBe(403);
		expect(await office.n8n.client.readDataTable('handoff_ledger')).toEqual([]);
	});

	it('is refused without an id', async () => {
		const blank: Record<string, string> = { id: '  ', name: 'Blank' };
		const refused = [{ name: 'Nameless' }, blank].map((one) => asZapier(one));
		for (const { status, answer } of await Promise.all(
			refused.map(async (one) => await send(one)),
		)) {
			expect(status).toBe(400);
			expect(answer).toEqual(REFUSAL);
		}
		expect(await office.n8n.client.readDataTable('handoff_ledger')).toEqual([]);
	});

	it('is answered as the page says, request by request', async () => {
		const shown = examplesOnPage();
		expect(shown.length).toBeGreaterThan(5);
		for (const { command, answer } of shown) {
			const heard = await send(requestOf(command));
			expect(heard.answer).toMatchObject(answer);
			expect(heard.status).toBe(Object(answer).status === 'refused' ? 400 : 200);
			if (heard.status === 200) answerSchema.strict().parse(heard.answer);
		}
	});

	it.each([
		['a Zap', asZapier],
		['a Zap that sends a form', asZapierForm],
		['a scenario of Make', asMake],
	])('by %s, is answered at once with what is missing', async (who, as) => {
		const id = `gap-${who.length}`;
		const startedAt = Date.now();
		const { status, answer } = await send(
			as({ ...wonDeal(id, `Gaps of ${who}`), goals: 'tbd', amount: '' }),
		);

		expect(status).toBe(200);
		expect(Date.now() - startedAt).toBeLessThan(20_000);
		expect(answer).toMatchObject({
			status: 'notReady',
			ready: false,
			recordId: id,
			attempt: 1,
			missing: 'Budget; Goals of the client',
			findings: [
				{ label: 'Budget', field: 'amount', severity: 'blocker', fixer: 'sender', seen: '' },
				{
					...{ label: 'Goals of the client', field: 'goals', seen: 'tbd' },
					expected: 'text with at least 20 characters',
				},
			],
		});
		await until('word to the hook', () => heard(id).length > 0);
		expect(heard(id)).toMatchObject([
			{ status: 'notReady', missing: 'Budget; Goals of the client', taskUrl: '' },
		]);
	});

	it('is put before delivery when it is ready, once, and its task is told to the hook', async () => {
		const deal = wonDeal('z1', 'Website for Acme');
		const first = await send(asZapier(deal));
		await flow.untilQuiet();
		const second = await send(asZapier(deal));

		const ready = { ready: true, recordId: 'z1', attempt: 1, findings: [] };
		expect(first.answer).toMatchObject({ ...ready, status: 'ready', nothingNew: false });
		expect(second.answer).toMatchObject({ ...ready, status: 'asked', nothingNew: true });
		const asked = office.standins.slack
			.messages()
			.filter(({ to, text }) => to === RECEIVER.email && text.includes('Acme'));
		expect(asked).toHaveLength(1);

		expect(await accept(linkFor('Website for Acme'), RECEIVER.name)).toBe(200);
		await until('word to the hook', () => heard('z1').length > 0);

		const [task] = office.standins.clickup.tasks();
		expect(task?.name).toBe('Website for Acme [deal z1]');
		expect(heard('z1')).toMatchObject([
			{
				status: 'accepted',
				recordId: 'z1',
				recordTitle: 'Website for Acme',
				decidedBy: RECEIVER.name,
				taskUrl: task?.url,
			},
		]);
		await until('the receipt', () =>
			office.standins.slack
				.messages()
				.some(({ to, text }) => to === SELLER.email && text.includes('Accepted')),
		);
	});

	it('makes no second task when it is sent again later, changed or not', async () => {
		await flow.untilKept('z1', 'handoff.done');
		const { answer } = await send(
			asMake({ ...wonDeal('z1', 'Website for Acme'), amount: '13000' }),
		);
		await flow.untilQuiet();

		expect(answer).toMatchObject({ status: 'done', nothingNew: true, recordId: 'z1', attempt: 1 });
		expect(office.standins.clickup.tasks()).toHaveLength(1);
	});

	it('comes back with the reasons, and is asked about again when it is sent with changes', async () => {
		await send(asMake(wonDeal('z2', 'App for Foxtrot')));
		await flow.untilQuiet();
		const words = 'Which platform comes first?';
		await giveBack(linkFor('App for Foxtrot'), RECEIVER.name, words);
		await until('word to the hook', () => heard('z2').length > 0);

		expect(heard('z2')).toMatchObject([
			{ status: 'returned', decidedBy: RECEIVER.name, reasons: expect.stringContaining(words) },
		]);
		const same = await send(asMake(wonDeal('z2', 'App for Foxtrot')));
		expect(same.answer).toMatchObject({ status: 'returned', nothingNew: true, attempt: 1 });
		const changed = { ...wonDeal('z2', 'App for Foxtrot'), goals: 'Android first, then the web.' };
		const { answer } = await send(asMake(changed));
		expect(answer).toMatchObject({ status: 'ready', attempt: 2 });
	});

	it('stays accepted although the project tool is down, and operations is told', async () => {
		await send(asZapier(wonDeal('z3', 'Campaign for Echo')));
		await flow.untilQuiet();
		office.standins.clickup.failNext(3, { status: 500, match: /^POST/ });
		await accept(linkFor('Campaign for Echo'), RECEIVER.name);
		await until(
			'word to operations',
			() => office.standins.slack.messages().some(({ text }) => text.includes('Failed: “')),
			60_000,
		);
		office.standins.clickup.clearFaults();

		expect((await stepsOf('z3')).at(-1)).toBe('1 sla.met');
		expect(heard('z3')).toEqual([]);
		const again = await send(asZapier(wonDeal('z3', 'Campaign for Echo')));
		expect(again.answer).toMatchObject({ status: 'accepted', nothingNew: true, recordId: 'z3' });
		expect(again.answer).toHaveProperty('lookAgainAt');
	});

	it('goes on although the hook does not answer, and operations is told', async () => {
		office.standins.zapier.failNext(20, { status: 500 });
		const { answer } = await send(asZapier({ ...wonDeal('z4', 'Shop for Bolt'), goals: 'tbd' }));
		await flow.untilQuiet();
		office.standins.zapier.clearFaults();

		expect(answer).toMatchObject({ status: 'notReady', missing: 'Goals of the client' });
		const [told] = office.standins.slack
			.messages()
			.filter(({ to, text }) => to === SELLER.email && text.includes('Shop for Bolt'));
		expect(told?.text).toContain('is not ready');
		const failed = office.standins.slack.messages().map(({ text }) => text);
		expect(failed).toContainEqual(expect.stringContaining('Failed: “Shop for Bolt”'));
	});
});
