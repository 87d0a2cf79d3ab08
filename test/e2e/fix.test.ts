import { join } from 'node:path';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { openPage, submitDecision } from '../scenario/decisionPage';
import { publishFix, startCrm, type Crm, type Fixing } from './fixFlow';

jest.setTimeout(300_000);

const SAM = 'sam@example.com';
const LEA = 'lea@example.com';
const HEDDA = 'hedda@example.com';

let n8n: RunningN8n;
let crm: Crm;
let ask: Awaited<ReturnType<typeof publishFix>>;
beforeAll(async () => {
	crm = await startCrm();
	n8n = await startN8n({ packageFrom: join(__dirname, '..', '..'), readyWithinMs: 180_000 });
	ask = await publishFix(n8n, crm, 'fixed-deals');
});
afterAll(async () => {
	await n8n?.stop();
	await crm?.stop();
});

const deal = (id: string, fields: Record<string, unknown>) => ({
	...{ id, name: `Deal ${id}`, owner: SAM },
	...fields,
});
const send = async (fixing: Fixing, email: string, form: Record<string, string>) =>
	await submitDecision(await fixing.linkFor(email), form);
const ledgerOf = async (fixing: Fixing) => {
	const [{ id } = { id: '' }] = await fixing.left('Gate', 1);
	const rows = await n8n.client.readDataTable('handoff_ledger');
	return rows
		.filter(({ handoffId }) => handoffId === id)
		.map(({ type }) => String(type))
		.filter((type) => !type.startsWith('sla.'));
};

describe('Handoff Fix', () => {
	it('has what is missing typed on a page, written to the record and judged anew', async () => {
		const fixing = await ask(deal('1', { nda: 'signed' }));
		const page = await openPage(await fixing.linkFor(SAM));
		expect(page).toContain('Budget');
		expect(page).not.toContain('NDA');

		const refused = await send(fixing, SAM, { 'value.budget': '12', name: 'Sam' });
		expect(refused.status).toBe(422);
		expect(refused.page).toContain('value="12"');

		const form = { 'value.budget': '5000', 'value.start': '2026-12-15', name: 'Sam' };
		const { status, page: thanks } = await send(fixing, SAM, form);
		expect(status).toBe(200);
		expect(thanks).toContain('Thank you');
		expect(await fixing.ended()).toBe('success');
		expect(crm.deals.get('1')).toMatchObject({ start: '2026-12-15' });
		expect(Number(crm.deals.get('1')?.budget)).toBe(5000);
		expect(await fixing.left('Gate', 0)).toHaveLength(1);
		expect(await ledgerOf(fixing)).toEqual([
			'handoff.evaluated',
			'fix.asked',
			'fix.answered',
			'handoff.evaluated',
		]);
	});

	it('waits for the others when one has supplied a part, by the links that they have', async () => {
		const fixing = await ask(deal('2', {}));
		const lea = await fixing.linkFor(LEA);
		await send(fixing, SAM, { 'value.budget': '5000', name: 'Sam' });
		await fixing.untilWaiting();
		expect(Number(crm.deals.get('2')?.budget)).toBe(5000);

		expect(await fixing.linkFor(LEA)).toBe(lea);
		await send(fixing, LEA, { 'value.nda': 'signed on Monday', name: 'Lea' });
		await fixing.untilWaiting();
		await send(fixing, SAM, { 'value.start': '2026-12-15', name: 'Sam' });
		expect(await fixing.ended()).toBe('success');
		expect(crm.deals.get('2')).toMatchObject({ nda: 'signed on Monday', start: '2026-12-15' });
		expect(await fixing.left('Gate', 0)).toHaveLength(1);
	});

	it('tells who sent a value that the system refuses, and takes it again', async () => {
		crm.readOnly.add('start');
		const fixing = await ask(deal('3', { budget: 5000, nda: 'signed' }));
		await send(fixing, SAM, { 'value.start': '2026-12-15', name: 'Sam' });
		await fixing.untilWaiting();
		expect(await fixing.toldTo(SAM)).toEqual(['fixRequest', 'fixReceipt', 'fixFailed']);
		expect(crm.deals.get('3')).not.toHaveProperty('start');

		crm.readOnly.clear();
		await send(fixing, SAM, { 'value.start': '2026-12-16', name: 'Sam' });
		expect(await fixing.ended()).toBe('success');
		expect(crm.deals.get('3')).toMatchObject({ start: '2026-12-16' });
		expect(await ledgerOf(fixing)).toContain('fix.notWritten');
	});

	it('never overwrites what somebody has changed meanwhile, and says so', async () => {
		const fixing = await ask(deal('4', { budget: 10, nda: 'signed', start: '2026-12-15' }));
		crm.deals.set('4', { ...crm.deals.get('4'), budget: 7000 });
		await send(fixing, SAM, { 'value.budget': '5000', name: 'Sam' });
		expect(await fixing.ended()).toBe('success');
		expect(crm.deals.get('4')).toMatchObject({ budget: 7000 });
		const [{ message } = {}] = await fixing.left('Check', 2);
		expect(message?.text).toContain('Budget: the record says 7000, you sent 5000');
		expect(await fixing.left('Gate', 0)).toHaveLength(1);
	});

	const inDays = (days: number) =>
		new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
	const EXCEPTION = {
		name: 'Lea',
		'why.nda': 'Their lawyer is away until the end of the month',
		'until.nda': inDays(20),
	};

	it('asks an approver about what cannot be supplied, and goes on when it is granted', async () => {
		const fixing = await ask(deal('5', { budget: 5000, start: '2026-12-15' }));
		expect((await send(fixing, LEA, { ...EXCEPTION, 'why.nda': 'n/a' })).status).toBe(422);
		expect((await send(fixing, LEA, EXCEPTION)).status).toBe(200);
		await fixing.untilWaiting();
		const link = await fixing.linkFor(HEDDA);
		const page = await openPage(link);
		expect(page).toContain('Their lawyer is away');
		expect(page).not.toContain('Budget');

		const granted = await submitDecision(link, {
			...{ decision: 'grant', name: 'Hedda', until: inDays(10) },
		});
		expect(granted.status).toBe(200);
		expect(await fixing.ended()).toBe('success');
		const [ready] = await fixing.left('Gate', 0);
		expect(ready?.verdict?.waivers).toMatchObject([
			{ requirementId: 'nda', approvedBy: 'Hedda <hedda@example.com>', expiresAt: inDays(10) },
		]);
		expect(await fixing.toldTo(LEA)).toEqual(['fixRequest', 'fixReceipt', 'exception']);
		expect(await ledgerOf(fixing)).toEqual(
			expect.arrayContaining(['waiver.asked', 'requirement.waived']),
		);
	});

	it('leaves open what an approver refuses, and tells who asked why', async () => {
		const fixing = await ask(deal('6', { budget: 5000, start: '2026-12-15' }));
		await send(fixing, LEA, EXCEPTION);
		await fixing.untilWaiting();
		const no = { decision: 'refuse', name: 'Hedda', refusal: 'We never start without one' };
		const link = await fixing.linkFor(HEDDA);
		expect((await submitDecision(link, no)).status).toBe(200);
		await fixing.untilWaiting();
		expect(await openPage(await fixing.linkFor(LEA))).toContain('We never start without one');
		expect((await fetch(link)).status).toBe(409);

		await send(fixing, LEA, { name: 'Lea', 'value.nda': 'signed on Monday' });
		expect(await fixing.ended()).toBe('success');
		expect(crm.deals.get('6')).toMatchObject({ nda: 'signed on Monday' });
	});

	it('shows nothing behind a link that was changed by one sign', async () => {
		const fixing = await ask(deal('7', { start: '2026-12-15', nda: 'signed' }));
		const link = await fixing.linkFor(SAM);
		await openPage(link);
		const forged = [
			link.replace(/.$/, (sign) => (sign === 'a' ? 'b' : 'a')),
			link.replace('sam', 'lea'),
		];
		for (const one of [...forged, `${link}&exception=nda`, link.replace(/signature=[^&]*/, '')]) {
			const answer = await fetch(one, { method: 'POST', body: new URLSearchParams(EXCEPTION) });
			expect(answer.status).toBeGreaterThanOrEqual(400);
			expect(await answer.text()).not.toContain('Budget');
		}
		expect(await ledgerOf(fixing)).toEqual(['handoff.evaluated', 'fix.asked']);
	});
});
