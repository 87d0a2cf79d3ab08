import type { KeptException } from '../../../nodes/domain/life/exceptions';
import { describeHandoff } from '../../../nodes/domain/readiness/openHandoff';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../../nodes/domain/readiness/evaluateReadiness';
import { dealPolicyDocument, dealWith, MONDAY } from './dealPolicy';

const bigDeal = dealWith({ amount: 20_000 });
const waiver = {
	requirementId: 'po',
	reason: 'The client sends it in April.',
	approvedBy: 'head@sales.example',
	expiresAt: '2026-03-20',
};
const kept = (more: Partial<KeptException> = {}): KeptException => ({
	...{ requirementId: 'po', told: false, askers: ['sam@sales.example'], times: 1 },
	...more,
});

const withApprovers = (approvers: unknown) =>
	compilePolicy(
		parsePolicy({ ...dealPolicyDocument, waivers: { ...dealPolicyDocument.waivers, approvers } }),
	);
const judge = (
	more: { exceptions?: KeptException[]; waivers?: unknown },
	approvers: unknown = ['head@sales.example'],
) =>
	evaluateReadiness(withApprovers(approvers), bigDeal, { now: MONDAY, mode: 'enforce', ...more });

describe('an exception in the ledger', () => {
	it('lets a record pass while it stands, and shows who granted it until when and why', () => {
		const verdict = judge({ exceptions: [kept({ waiver })] });

		expect(verdict).toMatchObject({ ready: true, waivers: [waiver], refusedWaivers: [] });
	});

	it('lets nothing pass, and is told, when who asked for it granted it', () => {
		const selfGranted = { ...waiver, approvedBy: 'sam@sales.example' };
		const verdict = judge({ exceptions: [kept({ selfGranted })] });

		expect(verdict).toMatchObject({
			ready: false,
			refusedWaivers: [{ why: 'sam@sales.example has asked for it, and who asks does not grant' }],
		});
	});

	it('is not granted by a waiver that comes with the record from who asked for it either', () => {
		const asked = { ...waiver, approvedBy: 'Head <HEAD@sales.example>' };
		const exceptions = [kept({ askers: ['head@sales.example'] })];

		expect(judge({ exceptions, waivers: [asked] })).toMatchObject({ ready: false, waivers: [] });
		expect(judge({ waivers: [asked] })).toMatchObject({ ready: true });
	});

	it('that was refused is told with the reason, as long as the requirement is open', () => {
		const refused = { by: 'Lee Head', reason: 'Accounting cannot book it.', at: '2026-03-02' };
		const exceptions = [kept({ refused })];

		expect(judge({ exceptions }).refusedWaivers.map(({ why }) => why)).toEqual([
			'Lee Head refused it: Accounting cannot book it.',
		]);
		expect(judge({ exceptions, waivers: [waiver] }).refusedWaivers).toEqual([]);
	});
});

describe('the reason of an exception', () => {
	it.each([
		'n/a',
		'TBD',
		'tbc',
		'asdf',
		'.',
		'...',
		'-',
		'xxxx',
		'??',
		'k.A.',
		'n.v.t.',
		'ok',
		'–',
	])('is none when it is “%s”', (reason) => {
		expect(judge({ waivers: [{ ...waiver, reason }] }).ready).toBe(false);
	});

	it.each(['PO 4711 follows', 'Follows', '注文書は来月', 'В апреле'])('may be “%s”', (reason) => {
		expect(judge({ waivers: [{ ...waiver, reason }] }).ready).toBe(true);
	});
});

describe('the approvers of a policy', () => {
	it.each<[string, unknown, string]>([
		['as addresses', ['head@sales.example'], 'HEAD@sales.example'],
		['as an address behind a name', ['Lee Head <head@sales.example>'], 'head@sales.example'],
		['as names', ['Head of sales'], 'head of sales'],
		['as name and address', [{ name: 'Lee', email: 'head@sales.example' }], 'head@sales.example'],
		['from a field', [{ name: 'Lee', email: 'owner.email' }], 'sam@sales.example'],
	])('may be given %s', (_, approvers, approvedBy) => {
		expect(judge({ waivers: [{ ...waiver, approvedBy }] }, approvers).ready).toBe(true);
		expect(judge({ waivers: [{ ...waiver, approvedBy: 'x@y.example' }] }, approvers).ready).toBe(
			false,
		);
	});

	it('are not told apart by the name where they have an address', () => {
		const approvers = [{ name: 'Lee', email: 'head@sales.example' }];

		expect(judge({ waivers: [{ ...waiver, approvedBy: 'Lee' }] }, approvers).ready).toBe(false);
	});

	it('leave with the handoff, each with name and address as far as they are known', () => {
		const policy = withApprovers(['Head of sales', { name: 'Sam', email: 'owner.email' }]);
		const handoff = describeHandoff(policy, bigDeal, { attempt: 1, turns: [] });

		expect(handoff.agreed.exceptions).toEqual({
			...{ allowed: ['po'], maxDays: 30, placeholders: [] },
			approvers: [
				{ name: 'Head of sales', email: '' },
				{ name: 'Sam', email: 'sam@sales.example' },
			],
		});
	});

	it('are refused when one of them is nobody', () => {
		expect(() => withApprovers(['  '])).toThrow('waivers.approvers[0]: is nobody');
		expect(() => withApprovers([{ name: '' }])).toThrow('waivers.approvers[0]: is nobody');
	});
});
