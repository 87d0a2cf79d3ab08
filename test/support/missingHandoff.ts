import { openFix } from '../../nodes/domain/fixing/openFix';
import { gapsIn, type FixHandoff } from '../../nodes/domain/fixing/gaps';
import type { Handoff } from '../../nodes/domain/handoff/envelope';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../nodes/domain/readiness/evaluateReadiness';
import { openHandoff } from '../../nodes/domain/readiness/openHandoff';
import { fixClock } from '../../nodes/domain/sla/fixClock';
import { parseTarget } from '../../nodes/domain/time/target';

export const MONDAY_9 = Date.parse('2026-03-02T09:00:00Z');
export const SAM = { name: 'Sam Seller', email: 'sam@example.com' };
export const LEA = { name: 'Lea Legal', email: 'lea@example.com' };

const POLICY = {
	id: 'sales-to-delivery',
	name: 'Sales to delivery',
	record: { system: 'hubspot', type: 'deal', id: 'id', title: 'title', url: 'url' },
	sender: { team: 'Sales', name: 'owner.name', email: 'owner.email' },
	receiver: { team: 'Delivery', people: [{ name: 'Dana', email: 'dana@example.com' }] },
	fixers: { legal: LEA },
	requirements: [
		{ id: 'budget', label: 'Budget', field: 'budget', check: { kind: 'number', min: 1000 } },
		{ id: 'start', label: 'Start', field: 'start', check: { kind: 'date' } },
		{ id: 'nda', label: 'NDA', field: 'nda', check: { kind: 'present' }, fixer: 'legal' },
		{ id: 'items', label: 'Items', field: 'items', check: { kind: 'list', min: 1 } },
	],
};

const RECORD = {
	...{ id: '4711', title: 'Website for Acme', url: 'https://crm.example/deals/4711' },
	owner: SAM,
	items: [{ sku: 'a' }],
};

/** A deal as the gate saw it on a Monday morning: budget, start and NDA are missing. */
export function missingHandoff(record: Record<string, unknown> = {}): Handoff {
	const compiled = compilePolicy(parsePolicy(POLICY));
	const whole = { ...RECORD, ...record };
	const verdict = evaluateReadiness(compiled, whole, { now: MONDAY_9, mode: 'enforce' });
	return openHandoff({ compiled, record: whole, verdict, now: MONDAY_9 });
}

export const signFor = (parameters: Record<string, string>): string =>
	`https://n8n.example/webhook-waiting/7?${new URLSearchParams(parameters).toString()}`;

/** The same when its fixers have been asked, by an execution that keeps the ledger. */
export function askedToFix(
	handoff = missingHandoff(),
	{ askedBy = '7:0' }: { askedBy?: string } = {},
): FixHandoff {
	const asked = openFix(handoff, {
		gaps: gapsIn(handoff),
		clock: fixClock(handoff, parseTarget({ minutes: 480, milestones: [50, 100] }), MONDAY_9),
		...{ round: 1, now: MONDAY_9, askedBy, sign: signFor },
	});
	if (asked === undefined) throw new Error('nobody can be asked');
	return asked;
}
