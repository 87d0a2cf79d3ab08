import { openRequest } from '../../nodes/domain/acceptance/openRequest';
import type { Visit } from '../../nodes/domain/acceptance/pageModel';
import { WORDINGS } from '../../nodes/domain/language/languages';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../nodes/domain/readiness/evaluateReadiness';
import { openHandoff } from '../../nodes/domain/readiness/openHandoff';
import { startClock } from '../../nodes/domain/time/clock';
import { targetSchema } from '../../nodes/domain/time/target';
import { calendarSchema } from '../../nodes/domain/time/calendar';

/** Mon 2 March 2026, 10:15 in Berlin. */
const NOW = Date.parse('2026-03-02T09:15:00Z');

/** A policy whose every text is this one; ids are made different, because a policy wants that. */
const policyWith = (text: string) => ({
	id: text,
	name: text,
	version: text,
	record: { system: text, type: text, id: 'id', title: 'properties.title', url: 'properties.url' },
	sender: { team: text, name: 'owner.name', email: 'owner.email' },
	receiver: { team: text, people: [{ name: text, email: text }] },
	requirements: [
		{
			id: `1${text}`,
			label: text,
			field: 'properties.budget',
			check: { kind: 'oneOf', values: [`${text}!`] },
			severity: 'warning',
			fixer: text,
			howToFix: text,
			fixUrl: text,
		},
		{
			id: `2${text}`,
			label: text,
			field: 'properties.missing',
			check: { kind: 'present' },
			howToFix: text,
		},
	],
	waivers: { allowed: [`2${text}`], maxDays: 30, approvers: [text] },
	packet: [{ label: text, field: 'properties.title' }],
	acceptance: {
		checklist: [{ id: text, label: text, required: true }],
		returnReasons: [{ code: text, label: text, needsNote: true }],
	},
});

const recordWith = (text: string) => ({
	id: text,
	properties: { title: text, url: text, budget: text, notes: text },
	owner: { name: text, email: text },
});

/**
 * One receiver's visit to a handoff whose record, policy, waiver and proposal all are this text, made
 * by the gate and the request themselves: what they let through is what the page shows.
 */
export function hostileVisit(text: string): Visit {
	const compiled = compilePolicy(parsePolicy(policyWith(text)));
	const record = recordWith(text);
	const verdict = evaluateReadiness(compiled, record, {
		now: NOW,
		mode: 'warn',
		waivers: [
			{ requirementId: `2${text}`, reason: text, approvedBy: text, expiresAt: '2026-03-20' },
		],
		proposals: [{ field: 'properties.budget', value: text, quote: text, source: text }],
	});
	const gated = openHandoff({ compiled, record, verdict, now: NOW });
	const clock = startClock({
		name: 'accept',
		target: targetSchema.parse({ minutes: 480 }),
		calendar: calendarSchema.parse({
			timezone: 'Europe/Berlin',
			weekly: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
		}),
		at: NOW,
	});
	const reader = { name: text, email: `${text}@x.example` };
	const handoff = openRequest(gated, {
		receivers: [reader],
		clock,
		round: 1,
		now: NOW,
		signLink: () => text,
	});
	return {
		handoff,
		clock,
		branding: { accent: text, logo: text },
		wording: WORDINGS.en,
		asksCode: true,
		forwarding: {},
		link: { ...reader, url: text },
	};
}
