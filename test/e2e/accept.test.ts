import { join } from 'node:path';
import { submitDecision } from '../scenario/decisionPage';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { readyHandoff } from '../support/handoffs';
import { acceptWorkflow, DANA, publishAccept, ROBIN, type Asked } from './acceptFlow';

jest.setTimeout(180_000);

const ACCEPTANCE = { decision: 'accept', name: 'Dana D.', 'check.capacity': 'yes' };
const FORWARD = {
	decision: 'forward',
	name: 'Dana D.',
	colleagueName: 'Kim Kolleg',
	colleagueEmail: 'kim@example.com',
	forwardReason: 'Kim plans the shop.',
};

let n8n: RunningN8n;
beforeAll(async () => {
	n8n = await startN8n({ packageFrom: join(__dirname, '..', '..') });
});
afterAll(async () => await n8n?.stop());

const flow = (path: string, parameters: Record<string, unknown> = {}) =>
	publishAccept(n8n, acceptWorkflow(path, parameters));
const pageAt = async (link: string) => {
	const answer = await fetch(link);
	return { status: answer.status, page: await answer.text() };
};
const ledgerOf = async (asked: Asked) =>
	[...(await asked.output(0)), ...(await asked.output(1)), ...(await asked.output(2))].map(
		({ event }) => event?.type,
	);

describe('who decides', () => {
	it('wants the password and the code of this receiver, and says in the proof what was shown', async () => {
		const ask = await flow('proof', {
			options: { password: 'open sesame', code: true, language: 'de' },
		});
		const asked = await ask();
		const link = await asked.linkFor(DANA.email);
		const codeOf = async (email: string) =>
			/[A-Z2-9]{5}-[A-Z2-9]{5}/.exec((await asked.textsFor(email)).join(' '))?.[0] ?? '';
		const [danas, robins] = [await codeOf(DANA.email), await codeOf(ROBIN.email)];
		const send = (fields: Record<string, string>) =>
			submitDecision(link, { ...ACCEPTANCE, ...fields });

		const refused = await send({ password: 'open says me', code: robins });
		expect(refused.status).toBe(422);
		expect(refused.page).toContain('Das ist nicht das Passwort.');
		expect(refused.page).toContain('Das ist nicht der Code');
		expect(refused.page).toContain('value="Dana D."');
		expect(refused.page).not.toContain('open says me');
		expect((await send({ password: 'open sesame' })).status).toBe(422);

		const taken = await send({ password: 'open sesame', code: danas.toLowerCase() });
		expect(taken.status).toBe(200);
		expect(taken.page).toContain('Angenommen. Vielen Dank.');
		await asked.until('success');
		const [accepted] = await asked.output(1);
		expect(accepted?.decision?.by).toEqual({
			name: 'Dana D.',
			email: DANA.email,
			proof: 'signedLinkNamePasswordAndCode',
		});
		expect(JSON.stringify(accepted)).not.toContain(danas);
	});
});

describe('a forward', () => {
	let ask: Awaited<ReturnType<typeof publishAccept>>;
	beforeAll(async () => (ask = await flow('forward')));

	it('hands the decision to a colleague, whose link decides, while the old one shows where it went', async () => {
		const asked = await ask();
		const danas = await asked.linkFor(DANA.email);

		const sent = await submitDecision(danas, FORWARD);
		expect(sent.status).toBe(200);
		await asked.until('waiting');
		const kims = await asked.linkFor('kim@example.com');
		expect((await asked.textsFor('kim@example.com')).join()).toContain('Kim plans the shop.');

		const old = await pageAt(danas);
		expect(old.status).toBe(200);
		expect(old.page).toContain('Kim Kolleg decides on “Website for Acme” now.');
		expect((await submitDecision(danas, ACCEPTANCE)).page).toContain('Kim Kolleg decides');
		expect((await pageAt(kims)).page).toContain('Dana D. forwarded it to Kim Kolleg');

		const taken = await submitDecision(kims, { ...ACCEPTANCE, name: 'Kim' });
		expect(taken.status).toBe(200);
		await asked.until('success');
		expect((await asked.output(1))[0]?.decision?.by.email).toBe('kim@example.com');
		expect(await ledgerOf(asked)).toEqual([
			'handoff.requested',
			'handoff.requested',
			'handoff.forwarded',
			'handoff.accepted',
		]);
	});

	it('gives nobody the link of another', async () => {
		const asked = await ask();
		await submitDecision(await asked.linkFor(DANA.email), FORWARD);
		await asked.until('waiting');

		for (const envelope of await asked.output(0)) {
			const readers = envelope.message?.to.map(({ email }) => email);
			expect(envelope.request?.links.map(({ email }) => email)).toEqual(readers);
		}
		expect((await pageAt(await asked.linkFor(ROBIN.email))).page).toContain('Your decision');
	});

	it.each([
		['the sender', 'sam@example.com', 'The sender cannot decide'],
		['somebody who was asked', ' Robin@Example.com', 'was asked already'],
		['themselves', 'dana@example.com', 'was asked already'],
		['another company', 'kim@elsewhere.example', 'addresses at example.com only'],
		['no address', 'kim', 'Enter the e-mail address'],
	])('to %s is refused, with what was typed', async (_whom, colleagueEmail, said) => {
		const asked = await ask();
		const sent = await submitDecision(await asked.linkFor(DANA.email), {
			...FORWARD,
			colleagueEmail,
		});

		expect(sent.status).toBe(422);
		expect(sent.page).toContain(said);
		expect(sent.page).toContain('value="Kim plans the shop."');
		expect((await asked.until('waiting')).status).toBe('waiting');
	});

	it('still counts after n8n was killed and started again', async () => {
		const asked = await ask();
		const danas = await asked.linkFor(DANA.email);
		await submitDecision(danas, FORWARD);
		await asked.until('waiting');

		await n8n.kill9();
		await n8n.restart();

		expect((await pageAt(danas)).page).toContain('Kim Kolleg decides');
		const taken = await submitDecision(await asked.linkFor('kim@example.com'), ACCEPTANCE);
		expect(taken.status).toBe(200);
		await asked.until('success');
	});
});

describe('when everybody must accept', () => {
	let ask: Awaited<ReturnType<typeof publishAccept>>;
	beforeAll(async () => (ask = await flow('votes', { acceptedWhen: 'all' })));

	it('waits for the others, across a kill, and then accepts with every vote on record', async () => {
		const asked = await ask();
		const danas = await asked.linkFor(DANA.email);
		const robins = await asked.linkFor(ROBIN.email);

		const first = await submitDecision(danas, ACCEPTANCE);
		expect(first.page).toContain('2 people must accept “Website for Acme”. Accepted so far: 1.');
		await asked.until('waiting');
		await n8n.kill9();
		await n8n.restart();
		expect((await submitDecision(danas, ACCEPTANCE)).page).toContain('Accepted so far: 1.');
		expect((await pageAt(robins)).page).toContain('Dana D. accepted it');

		await submitDecision(robins, { ...ACCEPTANCE, name: 'Robin' });
		await asked.until('success');
		const [accepted] = await asked.output(1);
		expect(accepted?.decision?.by.email).toBe(ROBIN.email);
		expect(accepted?.request?.votes.map(({ by }) => by.email)).toEqual([DANA.email]);
		expect(await ledgerOf(asked)).toContain('handoff.voted');
	});

	it('keeps a vote that n8n was killed in the middle of, and asks the others again on a retry', async () => {
		const slow = { type: 'n8n-nodes-base.wait', typeVersion: 1.1, parameters: { amount: 3 } };
		const workflow = acceptWorkflow('slow-votes', { acceptedWhen: 'all' }, slow);
		const asked = await (await publishAccept(n8n, workflow))();
		const counted = await submitDecision(await asked.linkFor(DANA.email), ACCEPTANCE);
		expect(counted.page).toContain('Accepted so far: 1.');

		await n8n.kill9();
		await n8n.restart();
		await asked.until('crashed');
		const retried = await asked.retry();

		const robins = await retried.linkFor(ROBIN.email);
		expect(robins).not.toBe(await asked.linkFor(ROBIN.email));
		expect(
			(await retried.textsFor(DANA.email)).filter((text) =>
				text.includes(`/${retried.executionId}/`),
			),
		).toEqual([]);
		await submitDecision(robins, { ...ACCEPTANCE, name: 'Robin' });
		await retried.until('success');
		expect((await retried.output(1))[0]?.request?.votes.map(({ by }) => by.email)).toEqual([
			DANA.email,
		]);
	});

	it('counts each of two acceptances sent at the same moment once, and tells who has to send again', async () => {
		for (let round = 0; round < 5; round += 1) {
			const asked = await ask();
			const links = [await asked.linkFor(DANA.email), await asked.linkFor(ROBIN.email)];
			const answers = await Promise.all(links.map((link) => submitDecision(link, ACCEPTANCE)));

			// A busy machine may take one after the other: then both count, and nobody has lost.
			const lost = answers.findIndex(({ status }) => status !== 200);
			if (lost >= 0) {
				expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
				expect(answers[lost]?.page).toMatch(/Nothing you sent was counted|is running already/);
				await asked.until('waiting');
				expect(await asked.output(1)).toEqual([]);
				expect((await submitDecision(links[lost] ?? '', ACCEPTANCE)).status).toBe(200);
			}
			await asked.until('success');
			const [accepted] = await asked.output(1);
			const voters = [...(accepted?.request?.votes ?? []), accepted?.decision];
			expect(voters.map((vote) => vote?.by.email).sort()).toEqual([DANA.email, ROBIN.email]);
		}
	});

	it('is returned by one return, whoever accepted before', async () => {
		const asked = await ask();
		await submitDecision(await asked.linkFor(DANA.email), ACCEPTANCE);
		await asked.until('waiting');

		const returned = { decision: 'return', name: 'Robin', 'reason.date': 'yes' };
		await submitDecision(await asked.linkFor(ROBIN.email), returned);
		await asked.until('success');

		expect(await asked.output(1)).toEqual([]);
		expect((await asked.output(2))[0]?.outcome).toBe('returned');
	});
});

describe('asking one after the other', () => {
	it('asks the next when one has accepted, keeps that through a crash, and ends with the last', async () => {
		const parameters = { acceptedWhen: 'all', order: 'inTurn' };
		const asked = await (await flow('in-turn', parameters))();
		expect(await asked.textsFor(ROBIN.email)).toEqual([]);
		const danas = await asked.linkFor(DANA.email);
		expect((await pageAt(danas)).page).toContain('The receivers are asked one after the other.');

		expect((await submitDecision(danas, ACCEPTANCE)).page).toContain('Accepted so far: 1.');
		await asked.until('waiting');
		await n8n.kill9();
		await n8n.restart();

		expect((await pageAt(danas)).page).toContain('Accepted so far: 1.');
		const robins = await asked.linkFor(ROBIN.email);
		const sentToRobin = (await asked.textsFor(ROBIN.email)).filter((text) => text.includes(robins));
		expect(sentToRobin).toHaveLength(1);
		expect((await submitDecision(robins, { ...ACCEPTANCE, name: 'Robin' })).status).toBe(200);
		await asked.until('success');
		const [accepted] = await asked.output(1);
		expect(accepted?.decision?.by.email).toBe(ROBIN.email);
		expect(accepted?.decision?.minutes).toMatchObject({ sender: 0 });
		expect(accepted?.message?.to.map(({ email }) => email)).toEqual([
			'sam@example.com',
			ROBIN.email,
		]);
	});
});

describe('a correction', () => {
	const policy = {
		id: 'edits',
		record: { id: 'id' },
		requirements: [
			{
				id: 'budget',
				label: 'Budget',
				field: 'properties.amount',
				check: { kind: 'number', min: 1000 },
			},
		],
	};
	const budget = {
		...{ field: 'properties.amount', label: 'Budget', value: '12000' },
		control: { kind: 'number' as const, storedAs: 'text' as const },
	};
	const correction = {
		fields: [budget],
		policy,
		record: { id: '4711', properties: { amount: '12000' } },
	};
	const AMOUNT = 'correct.properties.2e.amount';
	let ask: Awaited<ReturnType<typeof publishAccept>>;
	beforeAll(async () => (ask = await flow('corrections', { acceptedWhen: 'all' })));

	it('is judged again, survives a refused form and a crash, and goes on with the decision', async () => {
		const asked = await ask({ agreed: { ...readyHandoff().agreed, correction } });
		const danas = await asked.linkFor(DANA.email);

		const shown = await submitDecision(danas, { ...ACCEPTANCE, [AMOUNT]: '900', preview: 'yes' });
		expect(shown.status).toBe(200);
		expect(shown.page).toContain('Budget: 900 instead of 12000');
		expect(shown.page).toContain('this stays open: Budget is');
		const refused = await submitDecision(danas, { ...ACCEPTANCE, [AMOUNT]: '900' });
		expect(refused.status).toBe(422);
		expect(refused.page).toContain('With this value it would not be ready: Budget');
		expect(refused.page).toContain('value="900"');

		const taken = await submitDecision(danas, { ...ACCEPTANCE, [AMOUNT]: '15000' });
		expect(taken.status).toBe(200);
		await asked.until('waiting');
		await n8n.kill9();
		await n8n.restart();

		const robins = await asked.linkFor(ROBIN.email);
		const page = (await pageAt(robins)).page;
		expect(page).toContain('value="15000"');
		expect(page).toContain('Dana D. corrected Budget: 15000 instead of 12000');
		const last = await submitDecision(robins, { ...ACCEPTANCE, name: 'Robin' });
		expect(last.page).toContain('Accepted. Thank you.');
		await asked.until('success');

		const [accepted] = await asked.output(1);
		expect(accepted?.decision?.corrections).toMatchObject([
			{ field: 'properties.amount', from: '12000', to: '15000', by: { email: DANA.email } },
		]);
		expect(accepted?.decision?.correctedVerdict).toMatchObject({ ready: true });
		expect(JSON.parse(accepted?.event?.data ?? '').corrections).toHaveLength(1);
		expect(accepted?.message?.text).toContain('Budget: 15000 instead of 12000');
	});
});

describe('what is sent that is no form', () => {
	let asked: Asked;
	let link: string;
	beforeAll(async () => {
		asked = await (await flow('no-form'))();
		link = await asked.linkFor(DANA.email);
	});

	it.each([
		['nothing', { body: '' }, 422],
		[
			'JSON with lists and objects',
			{ body: '{"decision":["accept",{}],"name":{}}', type: 'application/json' },
			422,
		],
		['a form of another round', { body: 'round=7&decision=accept&name=D&check.capacity=on' }, 410],
		['fields that the page does not have', { body: 'decision=accept&name=D&check.other=on' }, 422],
		[
			'a name of 10,000 letters',
			{ body: `decision=accept&check.capacity=on&name=${'x'.repeat(10_000)}` },
			422,
		],
	])(
		'%s decides nothing and gets a page',
		async (_what, { body, type }: { body: string; type?: string }, status) => {
			const headers = { 'content-type': type ?? 'application/x-www-form-urlencoded' };
			const answer = await fetch(link, { method: 'POST', headers, body });

			expect(answer.status).toBe(status);
			expect(await answer.text()).toContain('<h1');
			expect((await asked.until('waiting')).status).toBe('waiting');
		},
	);

	it.each([
		['JSON that breaks off', '{"decision":', 'application/json'],
		['more than n8n takes', 'x'.repeat(17 * 1024 * 1024), 'application/x-www-form-urlencoded'],
	])('%s is refused by n8n itself, and the request stays open', async (_what, body, type) => {
		const answer = await fetch(link, { method: 'POST', headers: { 'content-type': type }, body });

		expect(answer.status).toBeGreaterThanOrEqual(400);
		expect((await asked.until('waiting')).status).toBe('waiting');
		expect((await pageAt(link)).status).toBe(200);
	});
});
