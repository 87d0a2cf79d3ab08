import type { IDataObject } from 'n8n-workflow';
import { handoffSchema, type Handoff } from '../../../nodes/domain/handoff/envelope';
import { formatInstant, type Instant } from '../../../nodes/domain/base/instant';
import { parseCalendar, type Calendar } from '../../../nodes/domain/time/calendar';
import { startHandoffClock } from '../../../nodes/domain/sla/handoffClock';
import { parseTarget } from '../../../nodes/domain/time/target';
import { HOLIDAYS } from './office';

const ZONES = [
	'Africa/Cairo',
	'America/Los_Angeles',
	'America/New_York',
	'America/Sao_Paulo',
	'Asia/Kolkata',
	'Asia/Tokyo',
	'Australia/Sydney',
	'Europe/Berlin',
	'Europe/London',
	'Pacific/Auckland',
];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
const CLOSINGS = ['15:30', '16:00', '16:30', '17:00', '18:15'];
const MINUTE = 60_000;
/** The most that a handoff of ours lies back: less than half of the target. */
const NEWS_FREE = 200;

/** Fifty teams: ten zones, five closing times. */
const CALENDARS: Calendar[] = ZONES.flatMap((timezone) =>
	CLOSINGS.map((close) =>
		parseCalendar({
			timezone,
			weekly: Object.fromEntries(DAYS.map((day) => [day, [['08:00', close]]])),
			holidays: HOLIDAYS,
		}),
	),
);

const target = parseTarget({
	minutes: 480,
	milestones: [50, 100],
	escalateTo: [{ name: 'Hedda Head', email: 'hedda@example.com' }],
});

/** Two weeks: every team has passed all milestones by then. */
const LONG_AGO = 14 * 24 * 60 * MINUTE;

/**
 * Open handoffs as they come back from a table: each its own object, read from JSON.
 *
 * @param overdue how many of them have passed all of their milestones, evenly spread
 */
export function openHandoffs(
	count: number,
	{ overdue, now }: { overdue: number; now: Instant },
): IDataObject[] {
	const every = overdue === 0 ? Infinity : Math.round(count / overdue);
	return Array.from({ length: count }, (_, index) => {
		const startedAt = now - (index % every === 0 ? LONG_AGO : (index % NEWS_FREE) * MINUTE);
		const calendar = CALENDARS[index % CALENDARS.length] ?? parseCalendar({});
		const terms = { name: 'accept', side: 'receiver', target, calendar } as const;
		const handoff = startHandoffClock(envelope(index, { calendar, startedAt }), terms, startedAt);
		const row: IDataObject = { handoff: { ...handoff, event: undefined } };
		return JSON.parse(JSON.stringify(row)) as IDataObject;
	});
}

const envelope = (
	index: number,
	{ calendar, startedAt }: { calendar: Calendar; startedAt: Instant },
): Handoff =>
	handoffSchema.parse({
		schema: 1,
		id: String(index).padStart(32, '0'),
		attempt: 1,
		record: {
			system: 'crm',
			type: 'deal',
			id: `D-${index}`,
			title: `Website for client ${index}`,
			url: `https://crm.example/deals/${index}`,
		},
		sender: { team: 'Sales', name: 'Sam Seller', email: 'sam@example.com' },
		receiver: { team: 'Delivery', people: [{ name: 'Dana', email: 'dana@example.com' }] },
		policy: { id: 'kick-off', name: 'Kick-off', version: '1', digest: 'd'.repeat(64) },
		ballWith: 'receiver',
		turns: [{ with: 'receiver', from: formatInstant(startedAt) }],
		agreed: {
			acceptance: {},
			sla: { accept: target },
			calendars: { receiver: calendar },
			packet: [],
			fields: [],
		},
	});
