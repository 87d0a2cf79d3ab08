import { parseInstant } from '../../nodes/domain/base/instant';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../nodes/domain/readiness/evaluateReadiness';
import { NAMES } from '../../templates/builder/nodes/names';
import { copyOf, nodeIn } from './plant';
import { COMPLETE } from './starterRecords';
import { handoffFiles } from './templateFolder';

const MONDAY = parseInstant('2026-03-02T10:00:00+01:00', 'Monday');

const policyIn = (name: string) => parsePolicy(nodeIn(copyOf(name), NAMES.gate).parameters.policy);

const judge = (name: string, record: unknown) =>
	evaluateReadiness(compilePolicy(policyIn(name)), record, { now: MONDAY, mode: 'enforce' });

describe.each(handoffFiles())('the policy in %s', (name) => {
	const {
		id,
		record: { system },
	} = policyIn(name);

	it('finds a record with everything it asks for ready, without a finding', () => {
		const [from = ''] = name.split('-to-');
		const record = COMPLETE[`${id}.${from}`] ?? COMPLETE[`${id}.${system}`] ?? COMPLETE[id];

		expect(judge(name, record)).toMatchObject({ ready: true, findings: [] });
	});

	it('finds an empty record not ready, and says of each gap how it is fixed', () => {
		const { ready, findings } = judge(name, { id: '4712' });

		expect(ready).toBe(false);
		expect(findings.length).toBeGreaterThan(3);
		expect(findings.filter(({ howToFix }) => !howToFix)).toEqual([]);
	});

	it('gives the receiving team a checklist, reasons to return and a deadline with milestones', () => {
		const { acceptance, sla, calendars } = policyIn(name);

		expect(acceptance.checklist.length).toBeGreaterThan(0);
		expect(acceptance.returnReasons.length).toBeGreaterThan(1);
		expect(sla.accept?.milestones.length).toBeGreaterThan(1);
		expect(Object.keys(calendars)).toContain('receiver');
	});
});
