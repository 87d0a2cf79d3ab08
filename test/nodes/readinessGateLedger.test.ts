import type { Handoff } from '../../nodes/domain/handoff/envelope';
import { formatInstant } from '../../nodes/domain/base/instant';
import { counts, gateWithLedger } from '../support/gateLedger';

const POLICY = {
	id: 'sales-to-delivery',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name' },
	sender: { team: 'Sales', name: 'Sam', email: 'sam@sales.example' },
	receiver: {
		team: 'Delivery',
		people: [{ name: 'Dana', email: 'dana@delivery.example', language: 'de' }],
	},
	handOver: { when: { field: 'stage', equals: 'won' } },
	requirements: [
		{ id: 'amount', label: 'Amount', field: 'amount', check: { kind: 'number', min: 1 } },
	],
	waivers: { allowed: ['amount'], approvers: ['head@sales.example'] },
	packet: [{ label: 'Scope', field: 'scope' }],
};
const DEAL = { id: 'D-1', name: 'Acme', amount: 5, scope: 'One site', stage: 'won' };
const POOR = { ...DEAL, amount: 0 };

const HOUR = 3_600_000;
const START = Date.parse('2026-03-02T09:00:00Z');

/** Only the clock is ours: n8n's own timers run on. */
beforeEach(() => {
	jest.useFakeTimers({
		now: START,
		doNotFake: [
			...(['hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
			...(['setImmediate', 'clearImmediate', 'setInterval', 'clearInterval'] as const),
			...(['setTimeout', 'clearTimeout'] as const),
		],
	});
});
afterEach(() => jest.useRealTimers());

const later = (hours: number) => jest.setSystemTime(Date.now() + hours * HOUR);

type Gate = ReturnType<typeof gateWithLedger>;

const ask = async (gate: Gate, handoff: Handoff, round = 1) =>
	await gate.note(handoff, {
		type: 'handoff.requested',
		at: Date.now(),
		discriminator: String(round),
		data: {
			round,
			askedBy: 'accept',
			respondBy: formatInstant(Date.now() + 4 * HOUR),
			acceptancesNeeded: 1,
			closesAt: formatInstant(Date.now() + 8 * HOUR),
			receivers: ['dana@delivery.example'],
		},
	});
const accept = async (gate: Gate, handoff: Handoff) =>
	await gate.note(handoff, {
		type: 'handoff.accepted',
		at: Date.now(),
		discriminator: '1',
		actor: 'dana@delivery.example',
		proof: 'signedLinkAndName',
		data: { round: 1, askedBy: 'accept', by: 'Dana', checklist: [], votes: [], comment: 'Fine' },
	});

/** A deal that the receiving team was asked about, or has accepted. */
async function asked(gate: Gate, record = DEAL): Promise<Handoff> {
	const handoff = (await gate.look([record])).handoff('Ready');
	await ask(gate, handoff);
	return handoff;
}
async function accepted(gate: Gate): Promise<Handoff> {
	const handoff = await asked(gate);
	later(1);
	await accept(gate, handoff);
	return handoff;
}

describe('Readiness Gate with the ledger', () => {
	it('keeps what it found before the record leaves, and says who does the next step', async () => {
		const gate = gateWithLedger(POLICY);
		const looked = await gate.look([DEAL, { ...POOR, id: 'D-2' }]);

		expect(counts(looked)).toEqual([1, 1, 0, 0]);
		expect(gate.types()).toEqual(['handoff.evaluated', 'handoff.evaluated']);
		expect(looked.handoff('Ready')).toMatchObject({
			attempt: 1,
			claim: { holder: '1:Readiness Gate', until: '2026-03-02T09:10:00.000Z' },
		});
		expect(looked.handoff('Ready').test).toBeUndefined();
		expect(looked.handoff('Not Ready').message?.kind).toBe('fixList');
	});

	it('does nothing more about a record that it has found, and writes nothing of it', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([DEAL, { ...POOR, id: 'D-2' }]);
		const runs = gate.tables.ran.length;
		const again = await gate.look([DEAL, { ...POOR, id: 'D-2' }]);

		expect(counts(again)).toEqual([0, 0, 0, 2]);
		expect(again.lanes['Nothing New'][0]).toMatchObject({
			...DEAL,
			handoff: { nothingNew: { step: 'ready', attempt: 1, why: 'beingAsked' } },
		});
		expect(gate.types()).toHaveLength(2);
		expect(gate.tables.ran.length - runs).toBeLessThanOrEqual(2);
	});

	it('lets the first of two count when a record comes twice in one run', async () => {
		const gate = gateWithLedger(POLICY);
		const looked = await gate.look([DEAL, POOR, DEAL]);

		expect(counts(looked)).toEqual([1, 0, 0, 2]);
		expect(looked.lanes['Nothing New'][0]?.handoff).toMatchObject({
			nothingNew: { why: 'seenBefore' },
		});
	});

	it('lets one of two overlapping runs act', async () => {
		const gate = gateWithLedger(POLICY);
		const [one, other] = await Promise.all([gate.look([DEAL]), gate.look([DEAL])]);

		expect([counts(one), counts(other)].map(String).sort()).toEqual(['0,0,0,1', '1,0,0,0']);
		expect(gate.types()).toEqual(['handoff.evaluated']);
	});

	it('finds the step taken when its position lags behind the ledger, and puts it right', async () => {
		const gate = gateWithLedger(POLICY);
		await asked(gate);
		const [position] = gate.tables.table('handoff_positions').rows;
		Object.assign(position ?? {}, { step: 'ready', closesAt: '' });
		later(0.5);
		const looked = await gate.look([DEAL]);

		expect(counts(looked)).toEqual([0, 0, 0, 1]);
		expect(looked.lanes['Nothing New'][0]?.handoff).toMatchObject({
			nothingNew: { why: 'withReceiver' },
		});
		expect(gate.tables.table('handoff_positions').rows).toMatchObject([{ step: 'asked' }]);
	});

	it('asks anew about a record that changed while it was asked about, and voids the question', async () => {
		const gate = gateWithLedger(POLICY);
		await asked(gate);
		later(1);
		const looked = await gate.look([{ ...DEAL, amount: 9 }]);

		expect(looked.handoff('Ready')).toMatchObject({
			attempt: 2,
			verdict: { changedSince: { attempt: 1, changed: true } },
		});
		expect(gate.types().slice(-2)).toEqual(['handoff.replaced', 'handoff.evaluated']);
	});

	it('does not ask anew when something changes that the policy does not name', async () => {
		const gate = gateWithLedger(POLICY);
		await asked(gate);
		later(1);

		expect(counts(await gate.look([{ ...DEAL, note: 'new' }]))).toEqual([0, 0, 0, 1]);
	});

	it('withdraws what is not to be handed over any more, and tells those who were asked', async () => {
		const gate = gateWithLedger(POLICY);
		await asked(gate);
		later(1);
		const { handoff, lanes } = await gate.look([{ ...DEAL, stage: 'lost' }]);

		expect(lanes['Not Ready']).toHaveLength(1);
		expect(handoff('Not Ready')).toMatchObject({ attempt: 1, ballWith: 'nobody' });
		expect(handoff('Not Ready').message).toMatchObject({
			kind: 'withdrawn',
			subject: 'Zurückgezogen: Acme',
			to: [{ email: 'sam@sales.example' }, { name: 'Dana', email: 'dana@delivery.example' }],
		});
		expect(gate.types().at(-1)).toBe('handoff.withdrawn');
		expect(counts(await gate.look([{ ...DEAL, stage: 'lost' }]))).toEqual([0, 0, 0, 1]);
		expect((await gate.look([DEAL])).handoff('Ready').attempt).toBe(2);
	});

	it.each`
		record                           | lanes           | because
		${{ ...DEAL, stage: 'lost' }}    | ${[0, 0, 0, 1]} | ${'it is not to be handed over'}
		${{ ...DEAL, stage: 'won' }}     | ${[1, 0, 0, 0]} | ${'it is'}
		${{ ...DEAL, stage: undefined }} | ${[1, 0, 0, 0]} | ${'nobody can tell, so it is asked'}
	`('takes up a record or leaves it, because $because', async ({ record, lanes }) => {
		expect(counts(await gateWithLedger(POLICY).look([record]))).toEqual(lanes);
	});

	it('hands on what is accepted and not set up, with the acceptance, until it is set up', async () => {
		const gate = gateWithLedger(POLICY);
		const handoff = await accepted(gate);
		later(1);
		const looked = await gate.look([DEAL]);

		expect(counts(looked)).toEqual([0, 0, 1, 0]);
		expect(looked.handoff('Accepted')).toMatchObject({
			id: handoff.id,
			attempt: 1,
			outcome: 'accepted',
			agreed: { packet: [{ label: 'Scope', value: 'One site' }] },
			decision: { kind: 'accepted', by: { name: 'Dana' }, comment: 'Fine' },
		});
		expect(counts(await gate.look([DEAL]))).toEqual([0, 0, 0, 1]);
		later(1);
		expect(counts(await gate.look([DEAL]))).toEqual([0, 0, 1, 0]);
		await gate.note(handoff, { type: 'handoff.done', at: Date.now(), data: { url: '' } });
		later(100);
		expect(counts(await gate.look([{ ...DEAL, amount: 7 }]))).toEqual([0, 0, 0, 1]);
	});

	it('sets up at once when the flow reads the record again after its acceptance', async () => {
		const gate = gateWithLedger(POLICY);
		const handoff = { ...(await accepted(gate)), outcome: 'accepted' };

		expect(counts(await gate.look([{ ...DEAL, handoff }]))).toEqual([0, 0, 1, 0]);
	});

	it('asks again instead of setting up when the record changed after its acceptance', async () => {
		const gate = gateWithLedger(POLICY);
		const handoff = { ...(await accepted(gate)), outcome: 'accepted' };
		const looked = await gate.look([{ ...DEAL, scope: 'Two sites', handoff }]);

		expect(looked.handoff('Ready')).toMatchObject({ attempt: 2 });
		expect(looked.handoff('Ready').outcome).toBeUndefined();
		expect(gate.types()).toContain('handoff.replaced');
	});

	it('withdraws when the record was looked for and only its envelope came back', async () => {
		const gate = gateWithLedger(POLICY);
		const handoff = await accepted(gate);
		const looked = await gate.look([{ handoff }]);

		expect(looked.handoff('Not Ready').message?.text).toContain('Den Datensatz gibt es nicht mehr');
		expect(gate.types().at(-1)).toBe('handoff.withdrawn');
	});

	it('withdraws nothing when the record could not be read', async () => {
		const gate = gateWithLedger(POLICY);
		const handoff = await accepted(gate);
		const looked = await gate.look([{ handoff, error: '503 Service Unavailable' }]);

		expect(looked.lanes['Not Ready'][0]?.error).toMatchObject({
			message: expect.stringContaining('503 Service Unavailable'),
		});
		expect(gate.types()).not.toContain('handoff.withdrawn');
	});

	it('asks again, in the same attempt, when a question was lost with its execution', async () => {
		const gate = gateWithLedger(POLICY);
		await asked(gate);
		later(8.5);
		expect(counts(await gate.look([DEAL]))).toEqual([0, 0, 0, 1]);
		later(1);
		const looked = await gate.look([DEAL]);

		expect(looked.handoff('Ready')).toMatchObject({ attempt: 1 });
		expect(looked.handoff('Ready').event).toBeUndefined();
		expect(gate.types()).toEqual(['handoff.evaluated', 'handoff.requested']);
	});

	it('tells again what n8n may not have told when it retries a crashed execution', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([DEAL, { ...POOR, id: 'D-2' }]);
		const retry = { host: { mode: 'retry' as const } };

		expect(counts(await gate.look([DEAL, { ...POOR, id: 'D-2' }], retry))).toEqual([1, 1, 0, 0]);
		expect(gate.types()).toHaveLength(2);
	});

	it('takes up a record whose gap is waived in the ledger, until the exception ends', async () => {
		const gate = gateWithLedger(POLICY);
		const handoff = (await gate.look([POOR])).handoff('Not Ready');
		await gate.note(handoff, {
			type: 'requirement.waived',
			at: Date.now(),
			actor: 'head@sales.example',
			data: { requirementId: 'amount', reason: 'Paid in kind', expiresAt: '2026-03-04' },
		});
		later(1);
		const looked = await gate.look([POOR]);

		expect(looked.handoff('Ready')).toMatchObject({
			attempt: 2,
			verdict: { waivers: [{ requirementId: 'amount', approvedBy: 'head@sales.example' }] },
		});
		await ask(gate, looked.handoff('Ready'));
		expect(counts(await gate.look([POOR]))).toEqual([0, 0, 0, 1]);
		later(72);
		expect((await gate.look([POOR])).handoff('Not Ready')).toMatchObject({ attempt: 3 });
	});

	it.each(['warn', 'shadow'])(
		'lets a record pass in the mode %s and remembers it',
		async (mode) => {
			const gate = gateWithLedger(POLICY);
			const parameters = { mode };

			expect(counts(await gate.look([POOR], { parameters }))).toEqual([1, 0, 0, 0]);
			expect(counts(await gate.look([POOR], { parameters }))).toEqual([0, 0, 0, 1]);
		},
	);

	it('keeps what is tried out in the editor apart, and marks it', async () => {
		const gate = gateWithLedger(POLICY);
		const tried = await gate.look([DEAL], { host: { mode: 'manual' } });

		expect(tried.handoff('Ready').test).toBe(true);
		expect(gate.tables.names()).not.toContain('handoff_ledger');
		expect(counts(await gate.look([DEAL]))).toEqual([1, 0, 0, 0]);
	});

	it.each([
		{ when: 'positions cannot be read', node: /^Read from handoff_positions/ },
		{ when: 'nothing can be claimed', node: /^Add to handoff_claims/ },
		{ when: 'no row can be written', node: /^Add to handoff_ledger/ },
	])('fails before anything leaves when $when', async ({ node }) => {
		const gate = gateWithLedger(POLICY);
		gate.tables.refuse = ({ name }) => (node.test(name) ? 'size limit exceeded' : undefined);
		const { error, lanes } = await gate.look([DEAL]);

		expect(error?.message).toContain('full');
		expect(Object.values(lanes).flat()).toEqual([]);
	});

	it('lets nothing go on by Ready when the ledger fails and the node continues on errors', async () => {
		const gate = gateWithLedger(POLICY);
		gate.tables.refuse = () => 'size limit exceeded';
		const looked = await gate.look([DEAL], { onError: 'continueRegularOutput' });

		expect(counts(looked)).toEqual([0, 1, 0, 0]);
		expect(looked.lanes['Not Ready'][0]?.error).toMatchObject({
			message: expect.stringContaining('full'),
		});
	});

	it('asks the ledger a handful of times for hundreds of records', async () => {
		const gate = gateWithLedger(POLICY);
		const deals = Array.from({ length: 300 }, (_, place) => ({ ...DEAL, id: `D-${place}` }));
		expect(counts(await gate.look(deals))).toEqual([300, 0, 0, 0]);
		const runs = gate.tables.ran.length;
		const moved = deals.map((deal, place) => (place < 10 ? { ...deal, amount: 6 } : deal));

		expect(counts(await gate.look(moved))).toEqual([10, 0, 0, 290]);
		expect(gate.tables.ran.length - runs).toBeLessThanOrEqual(6);
	});
});
