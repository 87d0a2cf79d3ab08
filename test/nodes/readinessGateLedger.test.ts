import type { Handoff } from '../../nodes/domain/handoff/envelope';
import type { Correction } from '../../nodes/domain/handoff/correction';
import { digestOf } from '../../nodes/domain/base/digest';
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
	jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
});
afterEach(() => jest.useRealTimers());

const later = (hours: number) => jest.setSystemTime(Date.now() + hours * HOUR);

type Gate = ReturnType<typeof gateWithLedger>;

const ask = async (gate: Gate, handoff: Handoff, { round = 1, askedBy = 'accept' } = {}) =>
	await gate.note(handoff, {
		type: 'handoff.requested',
		at: Date.now(),
		discriminator: String(round),
		data: {
			round,
			askedBy,
			respondBy: formatInstant(Date.now() + 4 * HOUR),
			acceptancesNeeded: 1,
			closesAt: formatInstant(Date.now() + 8 * HOUR),
			receivers: ['dana@delivery.example'],
		},
	});
const accept = async (
	gate: Gate,
	handoff: Handoff,
	corrected: Array<Pick<Correction, 'field' | 'label' | 'to'>> = [],
) =>
	await gate.note(handoff, {
		type: 'handoff.accepted',
		at: Date.now(),
		discriminator: '1',
		actor: 'dana@delivery.example',
		proof: 'signedLinkAndName',
		data: {
			...{ round: 1, askedBy: 'accept', by: 'Dana', checklist: [], votes: [], comment: 'Fine' },
			corrections: corrected.map((one) => ({
				...one,
				from: null,
				by: { name: 'Dana', email: 'dana@delivery.example' },
				at: formatInstant(Date.now()),
			})),
		},
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

/** A handoff whose acceptance left Handoff Accept in this execution of n8n. */
const acceptedIn = (executionId: string, handoff: Handoff): Handoff => ({
	...handoff,
	outcome: 'accepted',
	request: {
		...{ round: 1, askedBy: 'accept', requestedAt: '2026-03-02T09:00:00.000Z', timezone: 'UTC' },
		...{ respondBy: '2026-03-02T13:00:00.000Z', closesAt: '2026-03-02T17:00:00.000Z' },
		...{
			checklist: [],
			returnReasons: [],
			milestones: [],
			firedMilestones: [],
			forwards: [],
			questions: [],
		},
		...{ acceptancesNeeded: 1, votes: [], links: [], endedIn: executionId },
	},
});

describe('Readiness Gate with the ledger', () => {
	it('keeps what it found before the record leaves, and says who does the next step', async () => {
		const gate = gateWithLedger(POLICY);
		const looked = await gate.look([DEAL, { ...POOR, id: 'D-2' }]);

		expect(counts(looked)).toEqual([1, 1, 0, 0]);
		expect(gate.types()).toEqual(['handoff.evaluated', 'handoff.evaluated']);
		expect(looked.handoff('Ready')).toMatchObject({
			attempt: 1,
			claim: {
				holder: expect.stringMatching(/^[0-9a-f]{32}:Readiness Gate$/),
				until: '2026-03-02T09:10:00.000Z',
			},
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
		expect(looked.handoff('Accepted').message).toMatchObject({
			kind: 'brief',
			subject: 'Acme',
			text: 'Acme\n\nScope: One site\n\nAngenommen von Dana am Mo 2. März 2026, 10:00 (UTC): Fine',
		});
		expect(counts(await gate.look([DEAL]))).toEqual([0, 0, 0, 1]);
		later(1);
		expect(counts(await gate.look([DEAL]))).toEqual([0, 0, 1, 0]);
		await gate.note(handoff, { type: 'handoff.done', at: Date.now(), data: { url: '' } });
		later(100);
		expect(counts(await gate.look([{ ...DEAL, amount: 7 }]))).toEqual([0, 0, 0, 1]);
	});

	it('briefs whoever sets it up with what was corrected and what was waived', async () => {
		const gate = gateWithLedger(POLICY);
		const found = (await gate.look([POOR])).handoff('Not Ready');
		await gate.note(found, {
			type: 'requirement.waived',
			at: Date.now(),
			actor: 'head@sales.example',
			data: { requirementId: 'amount', reason: 'Paid in kind', expiresAt: '2026-03-04' },
		});
		later(1);
		const handoff = await asked(gate, POOR);
		await accept(gate, handoff, [{ field: 'scope', label: 'Scope', to: 'Two sites' }]);
		later(1);
		const { agreed, message } = (await gate.look([POOR])).handoff('Accepted');

		expect(agreed.packet).toEqual([{ label: 'Scope', field: 'scope', value: 'Two sites' }]);
		expect(message?.text).toContain('Scope: Two sites');
		expect(message?.text).toContain('Ausnahme erteilt von head@sales.example bis Mi 4. März 2026');
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
		const handoff = { ...(await accepted(gate)), outcome: 'accepted' };
		const looked = await gate.look([{ handoff }]);

		// Or a flow that goes by the outcome would set it up.
		expect(looked.handoff('Not Ready').outcome).toBeUndefined();
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

	it('asks again in a retry of the execution that asked and died, and in no other', async () => {
		const gate = gateWithLedger(POLICY);
		const handoff = (await gate.look([DEAL])).handoff('Ready');
		await ask(gate, handoff, { askedBy: digestOf('asker').slice(0, 32) });
		const retried = (token: string) => ({ host: { mode: 'retry' as const, token } });

		expect(counts(await gate.look([DEAL], retried('another')))).toEqual([0, 0, 0, 1]);
		expect(counts(await gate.look([DEAL], retried('asker')))).toEqual([1, 0, 0, 0]);
		expect(gate.types()).toEqual(['handoff.evaluated', 'handoff.requested']);
	});

	it('goes on in a retry with what the execution had claimed when it died', async () => {
		const gate = gateWithLedger(POLICY);
		const run = { mode: 'trigger' as const, token: 'died' };
		gate.tables.refuse = ({ name }) => (/^Add to handoff_ledger/.test(name) ? 'killed' : undefined);
		await gate.look([DEAL], { host: run });
		gate.tables.refuse = () => undefined;

		expect(counts(await gate.look([DEAL]))).toEqual([0, 0, 0, 1]);
		const retried = await gate.look([DEAL], { host: { ...run, mode: 'retry' } });
		expect(counts(retried)).toEqual([1, 0, 0, 0]);
	});

	it.each`
		accepted                 | lanes           | because
		${'in the retry itself'} | ${[0, 0, 1, 0]} | ${'the record was read after its acceptance'}
		${'before'}              | ${[0, 0, 0, 1]} | ${'it may have been read before'}
	`(
		'sets up or not in a retry when it was accepted $accepted, because $because',
		async ({ accepted: when, lanes }) => {
			const gate = gateWithLedger(POLICY);
			const handoff = acceptedIn(when === 'before' ? '7' : '8', await accepted(gate));
			const host = { mode: 'retry' as const, executionId: '8' };

			expect(counts(await gate.look([{ ...DEAL, handoff }], { host }))).toEqual(lanes);
		},
	);

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

	it('does something about so many records in a run, and about the others in the next ones', async () => {
		const gate = gateWithLedger(POLICY);
		const deals = ['D-1', 'D-2', 'D-3'].map((id) => ({ ...DEAL, id }));
		const look = async () => await gate.look(deals, { parameters: { mostAtOnce: 2 } });
		const first = await look();

		expect(counts(first)).toEqual([2, 0, 0, 1]);
		expect(first.lanes['Nothing New'][0]).toMatchObject({
			id: 'D-3',
			handoff: { nothingNew: { step: 'new', why: 'laterRun' } },
		});
		expect(counts(await look())).toEqual([1, 0, 0, 2]);
		expect(counts(await look())).toEqual([0, 0, 0, 3]);
	});

	it('keeps nothing and tells nobody while something is still to choose', async () => {
		const gate = gateWithLedger({
			...POLICY,
			name: '<__PLACEHOLDER_VALUE__name of your policy__>',
		});
		const { error, lanes } = await gate.look([DEAL]);

		expect(error?.message).toBe('Still to choose. Readiness Gate: name of your policy');
		expect(Object.values(lanes).flat()).toEqual([]);
		expect(gate.tables.ran).toEqual([]);
	});

	it('judges without a ledger, and says so, on an n8n that has no Data Tables', async () => {
		const gate = gateWithLedger(POLICY);
		gate.tables.refuse = () => 'Unrecognized node type: n8n-nodes-base.dataTable';
		const looked = await gate.look([DEAL, { ...POOR, id: 'D-2' }]);

		expect(counts(looked)).toEqual([1, 1, 0, 0]);
		expect(looked.handoff('Ready').event).toMatchObject({ type: 'handoff.evaluated' });
		expect(looked.hints).toEqual([expect.stringContaining('has no Data Tables')]);
	});

	it('asks the ledger a handful of times for hundreds of records', async () => {
		const gate = gateWithLedger(POLICY);
		const deals = Array.from({ length: 300 }, (_, place) => ({ ...DEAL, id: `D-${place}` }));
		const parameters = { mostAtOnce: 300 };
		expect(counts(await gate.look(deals, { parameters }))).toEqual([300, 0, 0, 0]);
		const runs = gate.tables.ran.length;
		const moved = deals.map((deal, place) => (place < 10 ? { ...deal, amount: 6 } : deal));

		expect(counts(await gate.look(moved))).toEqual([10, 0, 0, 290]);
		expect(gate.tables.ran.length - runs).toBeLessThanOrEqual(6);
	});
});
