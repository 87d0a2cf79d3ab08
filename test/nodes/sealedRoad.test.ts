import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';
import { HandoffAccept } from '../../nodes/HandoffAccept/HandoffAccept.node';
import { ReadinessGate } from '../../nodes/ReadinessGate/ReadinessGate.node';
import { SlaTimer } from '../../nodes/SlaTimer/SlaTimer.node';
import { handoffSchema, type Handoff } from '../../nodes/domain/handoff/envelope';
import type { LedgerRow } from '../../nodes/domain/handoff/row';
import { verifyLedger } from '../../nodes/domain/ledger/verifyLedger';
import { dealPolicyDocument, dealWith, MONDAY } from '../domain/readiness/dealPolicy';
import { officeIn } from '../domain/time/calendars';
import { runNode } from '../support/runWorkflow';

const KEY = 'k'.repeat(32);
const NEW_KEY = 'n'.repeat(32);
const HOUR = 60 * 60 * 1000;

const policy = JSON.stringify({
	...dealPolicyDocument,
	sla: { accept: { minutes: 120, milestones: [50, 100] } },
	calendars: { receiver: officeIn('UTC') },
});

beforeEach(() => {
	jest.useFakeTimers({ now: MONDAY, doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
});
afterEach(() => jest.useRealTimers());

const at = (hours: number) => new Date(MONDAY + hours * HOUR).toISOString();

async function step(
	node: INodeType,
	parameters: INodeParameters,
	item: IDataObject,
	secretKey: string | undefined = KEY,
): Promise<IDataObject[]> {
	const credentials: Parameters<typeof runNode>[0]['credentials'] =
		secretKey === '' ? {} : { handoffSealApi: { secretKey, previousSecretKey: '' } };
	const { run, error } = await runNode({ node, parameters, items: [item], credentials });
	if (error !== undefined) throw new Error(error.message);
	const [task] = run.data.resultData.runData[node.description.displayName] ?? [];
	return (task?.data?.main ?? []).flatMap((items) => (items ?? []).map(({ json }) => json));
}

const handoffOf = (json: IDataObject | undefined): Handoff => handoffSchema.parse(json?.handoff);
const rowOf = (json: IDataObject | undefined): LedgerRow => {
	const { event } = handoffOf(json);
	if (event === undefined) throw new Error('no row was written');
	return event;
};

const gate = (properties: IDataObject, rows: readonly LedgerRow[] = [], key?: string) =>
	step(
		new ReadinessGate(),
		{
			policyFrom: 'json',
			policy,
			keepLedger: 'nowhere',
			earlierLedgerRows: JSON.stringify(rows),
		},
		JSON.parse(JSON.stringify(dealWith(properties))),
		key,
	);
const timer = (operation: string, hours: number, item: IDataObject, key?: string) =>
	step(new SlaTimer(), { operation, at: at(hours), targetName: 'accept' }, item, key);

/** Gate, clock, two milestones that are told at once, and the late stop. */
async function road(rows: readonly LedgerRow[], key: string) {
	const [judged = {}] = await gate({}, rows, key);
	const [started = {}] = await timer('startClock', 0, judged, key);
	const told = await timer('checkClock', 3, started, key);
	const [stopped] = await timer('stopClock', 4, told.at(-1) ?? {}, key);
	return [judged, started, ...told, stopped].map(rowOf);
}

/** What a store holds that upserts by the id of the event. */
const upserted = (rows: readonly LedgerRow[]): LedgerRow[] => [
	...new Map(rows.map((row) => [row.eventId, row])).values(),
];

describe('with the credential', () => {
	it('every step seals its row upon the one before', async () => {
		const rows = await road([], KEY);

		expect(rows.map(({ type }) => type)).toEqual([
			'handoff.evaluated',
			'sla.started',
			'sla.milestoneReached',
			'sla.breached',
			'sla.breached',
		]);
		expect(rows.map(({ previousSeal }) => previousSeal)).toEqual([
			'',
			...rows.slice(0, -1).map(({ seal }) => seal),
		]);
		expect(verifyLedger(upserted(rows), { key: KEY })).toMatchObject({ intact: true, sealed: 4 });
	});

	it('the next attempt goes on from the newest seal in the ledger', async () => {
		const first = upserted(await road([], KEY));
		const second = rowOf((await gate({ scope: 'One site' }, first))[0]);

		expect(second).toMatchObject({ attempt: 2, previousSeal: first.at(-1)?.seal });
		expect(verifyLedger([...first, second], { key: KEY })).toMatchObject({
			intact: true,
			parallel: 0,
		});
	});

	it('rows of two keys hold together after the key was changed', async () => {
		const first = upserted(await road([], KEY));
		const [second] = await gate({ scope: 'One site' }, first, NEW_KEY);
		const rows = [...first, rowOf(second)];

		expect(verifyLedger(rows, { key: NEW_KEY, previousKey: KEY })).toMatchObject({
			intact: true,
			underPreviousKey: 4,
		});
		expect(verifyLedger(rows, { key: NEW_KEY }).findings).toMatchObject([{ kind: 'foreign' }]);
	});

	it('two runs of one handoff that overlap both hold, and are counted as written side by side', async () => {
		const [judged = {}] = await gate({});
		const [started = {}] = await timer('startClock', 0, judged);
		const told = await timer('checkClock', 1.5, started);
		const [stopped] = await timer('stopClock', 1, started);
		const rows = [judged, started, ...told, stopped].map(rowOf);

		expect(rows.map(({ type }) => type)).toContain('sla.milestoneReached');
		expect(verifyLedger(rows, { key: KEY })).toMatchObject({ intact: true, parallel: 1 });
	});

	it('nobody is asked with a key that could be guessed', async () => {
		const [judged = {}] = await gate({});
		await expect(step(new HandoffAccept(), {}, judged, 'secret')).rejects.toThrow(
			'too few to protect the ledger',
		);
	});

	it('refuses a key that could be guessed, before anything is judged', async () => {
		await expect(gate({}, [], 'secret')).rejects.toThrow('too few to protect the ledger');
	});
});

it('without the credential rows carry no seal, and nothing else changes', async () => {
	const sealed = await road([], KEY);
	const plain = await road([], '');

	expect(plain.map(({ seal, previousSeal }) => seal + previousSeal).join('')).toBe('');
	expect(plain).toEqual(sealed.map((row) => ({ ...row, seal: '', previousSeal: '' })));
	expect(handoffOf((await gate({}, [], ''))[0]).seal).toBeUndefined();
});

it.each([new ReadinessGate(), new SlaTimer(), new HandoffAccept()])(
	'%# asks for the credential only if the user wants seals',
	({ description }) => {
		const [credential] = description.credentials ?? [];
		expect(credential).toMatchObject({ name: 'handoffSealApi', required: false });
	},
);
