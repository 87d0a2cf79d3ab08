import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../nodes/domain/readiness/compilePolicy';
import { judgeRecord } from '../../nodes/domain/readiness/judgeRecord';
import type { Combination } from '../../templates/builder/combinations/adapters';
import { composeHandoff } from '../../templates/builder/combinations/compose';
import { COMBINATIONS } from '../../templates/builder/files/catalogue';
import { NAMES } from '../../templates/builder/nodes/names';
import { readWorkflow } from '../../templates/lint/file/workflowFile';
import { WON_DEALS } from './wonDeals';

/** Mon 2026-03-02 10:00 in UTC. */
const MONDAY = Date.parse('2026-03-02T10:00:00Z');

const rows = COMBINATIONS.flatMap((combination) =>
	combination.crm.second === undefined
		? []
		: [{ system: combination.crm.system, combination, second: combination.crm.second }],
);

function wiresOf(combination: Combination): string[] {
	const { file } = readWorkflow(composeHandoff(combination));
	return (file?.connections ?? []).map(({ from, to, input }) => `${from} → ${to} ${input + 1}`);
}

describe.each(rows)('the flow of $system', ({ combination, second: { read, add } }) => {
	const wires = wiresOf(combination);
	const first = read[0]?.name ?? '';
	const last = read.at(-1)?.name ?? '';

	it('adds what the second system says to what was found, and to what was read again', () => {
		expect(wires).toContain(`${NAMES.record} → ${add.name} 1`);
		expect(wires).toContain(`${NAMES.check} → ${add.name} 1`);
		expect(wires).toContain(`${last} → ${add.name} 2`);
	});

	it('reads the second system on both ways', () => {
		expect(wires).toContain(`${NAMES.record} → ${first} 1`);
		expect(wires).toContain(`${NAMES.check} → ${first} 1`);
	});

	it('lets nothing to the gate that was not compared', () => {
		const toGate = wires.filter((wire) => wire.includes(`→ ${NAMES.gate} `));

		expect(toGate).toEqual([`${add.name} → ${NAMES.gate} 1`]);
	});

	it('stops when the second system cannot be read', () => {
		for (const node of [...read, add]) expect(node).not.toHaveProperty('onError');
	});
});

const AMOUNT = 24000;
const COMPARED = [
	{
		system: 'hubspot-and-signed-offers',
		deal: WON_DEALS['sales-to-delivery.hubspot'],
		said: (amount: unknown) => ({ 'Signed amount': amount, 'Signed on': '2026-02-27' }),
	},
	{
		system: 'pipedrive-and-invoices',
		deal: WON_DEALS['sales-to-delivery.pipedrive'],
		said: (amount: unknown) => ({ sum_TotalAmt: amount }),
	},
];

describe.each(COMPARED)('the policy of $system', ({ system, deal, said }) => {
	const crm = rows.find((row) => row.system === system)?.combination.crm;
	const policy = compilePolicy(parsePolicy(crm?.policy));
	const shortfalls = (record: object) =>
		judgeRecord(policy, record, { now: MONDAY })
			.findings.filter(({ check }) => check === 'agrees')
			.map(({ shortfall }) => shortfall);

	it.each([
		['the same number', AMOUNT, []],
		['the same amount, written as people do', '24.000,00 €', []],
		[
			'another amount',
			20000,
			[expect.stringMatching(/^differs: .* says 20.?000, .* says 24.?000/)],
		],
		['no amount', '', [expect.stringMatching(/^is missing in /)]],
		['something else', 'see mail', [expect.stringMatching(/^cannot be compared as money/)]],
	])('finds what it should when the second system says %s', (_, amount, expected) => {
		expect(shortfalls({ ...deal, ...said(amount) })).toEqual(expected);
	});

	it('does not let a deal pass of which the second system says nothing', () => {
		expect(judgeRecord(policy, { ...deal }, { now: MONDAY }).ready).toBe(false);
	});
});
