import type { LedgerRow } from '../../../nodes/domain/handoff/row';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STARTED = Date.UTC(2026, 0, 5, 8);
const TEAMS = ['Sales', 'Partner sales', 'Inbound'];
const FIELDS = ['properties.amount', 'properties.scope', 'properties.goals', 'properties.kickoff'];
const REASONS = ['goals', 'scope', 'date'];

/** Rows of a made-up ledger, handoff after handoff: the same numbers give the same rows. */
export function makeRows(count: number): LedgerRow[] {
	const rows: LedgerRow[] = [];
	for (let handoff = 0; rows.length < count; handoff += 1) rows.push(...handoffOf(handoff));
	rows.length = count;
	return rows;
}

type Step = [type: LedgerRow['type'], afterMinutes: number, different?: Partial<LedgerRow>];

/** Every third handoff is returned once, every fifth is not ready at first, every ninth is silent. */
function handoffOf(number: number): LedgerRow[] {
	const field = FIELDS[number % FIELDS.length] ?? '';
	const began = STARTED + (number % 12_000) * HOUR;
	const first = number % 5 === 0 ? notReady(field) : [];
	const attempt = first.length === 0 ? 1 : 2;
	const returned = number % 3 === 0 ? returnedFor(number, field, attempt) : [];
	const last = attempt + (returned.length === 0 ? 0 : 1);
	const steps = [...first, ...returned, ...lastAttempt(number, last)];
	return steps.map(([type, minutes, different], index) => ({
		...blankRow(number, began + minutes * MINUTE),
		eventId: `${number.toString(16).padStart(24, '0')}${index.toString(16).padStart(8, '0')}`,
		type,
		attempt: last,
		senderMinutes: Math.min(minutes, 60),
		receiverMinutes: Math.max(0, minutes - 60),
		...different,
	}));
}

const notReady = (field: string): Step[] => [
	[
		'handoff.evaluated',
		0,
		{ attempt: 1, fields: JSON.stringify([field]), data: looked(false, [field]) },
	],
];

const returnedFor = (number: number, field: string, attempt: number): Step[] => {
	const code = REASONS[number % REASONS.length] ?? '';
	const reason = { code, label: `About ${code}`, note: 'Please say more about it.', field };
	return [
		['handoff.evaluated', 30, { attempt, data: looked(true, []) }],
		['handoff.requested', 31, { attempt, data: asked(number) }],
		[
			'handoff.returned',
			95 + (number % 60),
			{
				attempt,
				actor: 'dana@example.com',
				proof: 'signedLinkAndName',
				fields: JSON.stringify([field]),
				reasons: JSON.stringify([reason]),
				data: JSON.stringify({ round: 1, by: 'Dana', checklist: [], votes: [], turns: [] }),
			},
		],
	];
};

const lastAttempt = (number: number, attempt: number): Step[] => [
	['handoff.evaluated', 240, { attempt, data: looked(true, []) }],
	['sla.started', 240, { attempt, data: clock('running') }],
	['handoff.requested', 241, { attempt, data: asked(number) }],
	number % 9 === 0
		? ['handoff.unanswered', 900, { attempt, data: JSON.stringify({ round: 1, turns: [] }) }]
		: ['handoff.accepted', 260 + (number % 90), { attempt, actor: 'dana@example.com' }],
	[number % 9 === 0 ? 'sla.breached' : 'sla.met', 900, { attempt, data: clock('met') }],
];

const TURNS = [{ with: 'receiver', from: '2026-01-05T08:00:00.000Z' }];

const looked = (ready: boolean, open: string[]): string =>
	JSON.stringify({ ready, mode: 'enforce', open, score: 90, checked: FIELDS, turns: TURNS });

const asked = (number: number): string =>
	JSON.stringify({
		round: 1,
		respondBy: new Date(STARTED + (number % 12_000) * HOUR + 300 * MINUTE).toISOString(),
		receivers: ['dana@example.com', 'robin@example.com'],
		acceptancesNeeded: 1,
		turns: TURNS,
	});

const clock = (state: string): string =>
	JSON.stringify({
		clock: 'accept',
		side: 'receiver',
		state,
		startedAt: '2026-01-05T08:00:00.000Z',
		deadline: '2026-01-05T13:00:00.000Z',
		elapsedMinutes: 20,
		remainingMinutes: 40,
		turns: TURNS,
	});

const blankRow = (number: number, at: number): LedgerRow => ({
	eventId: '',
	type: 'handoff.evaluated',
	at: new Date(at).toISOString(),
	handoffId: number.toString(16).padStart(32, '0'),
	attempt: 1,
	policyId: `policy-${number % 4}`,
	policyVersion: '3',
	policyDigest: 'd'.repeat(64),
	sendingTeam: TEAMS[number % TEAMS.length] ?? '',
	receivingTeam: 'Delivery',
	recordSystem: 'hubspot',
	recordType: 'deal',
	recordId: String(4_000_000 + number),
	recordUrl: `https://app.hubspot.com/contacts/1/record/0-3/${4_000_000 + number}`,
	actor: '',
	proof: '',
	fields: '[]',
	reasons: '[]',
	senderMinutes: 0,
	receiverMinutes: 0,
	data: '{}',
	previousSeal: '',
	seal: '',
});
