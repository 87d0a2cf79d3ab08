import type { LedgerRow } from '../../../nodes/domain/handoff/row';

const MINUTE = 60_000;

/** Every team is given this long to answer, in minutes, unless a test says otherwise. */
export const ANSWER_WITHIN = 60;

/** Naming weekdays takes long, and drawn ledgers ask for the same one very often. */
const READ = new Map<string, number>();

/** An instant from its weekday and UTC time; the weekday is there to be read, and is checked. */
export function utc(text: string): number {
	const known = READ.get(text);
	if (known !== undefined) return known;
	const [weekday = '', day = '', time = '00:00'] = text.split(' ');
	const instant = Date.parse(`${day}T${time}:00Z`);
	const real = new Date(instant).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' });
	if (real !== weekday) throw new Error(`${day} is a ${real}, not a ${weekday}`);
	READ.set(text, instant);
	return instant;
}

const BLANK: LedgerRow = {
	eventId: '',
	type: 'handoff.evaluated',
	at: '',
	handoffId: '',
	attempt: 1,
	policyId: 'kick-off',
	policyVersion: '1',
	policyDigest: 'd',
	sendingTeam: 'Sales',
	receivingTeam: 'Delivery',
	recordSystem: 'crm',
	recordType: 'deal',
	recordId: '',
	recordUrl: '',
	actor: '',
	proof: '',
	fields: '[]',
	reasons: '[]',
	senderMinutes: 0,
	receiverMinutes: 0,
	data: '{}',
	previousSeal: '',
	seal: '',
};

export const ledgerRow = (different: Partial<LedgerRow> = {}): LedgerRow => ({
	...BLANK,
	eventId: 'event-1',
	at: '2026-03-02T09:00:00.000Z',
	handoffId: 'handoff-1',
	recordId: 'D-1',
	...different,
});

/**
 * The rows of one handoff from its steps, where business time is wall-clock time:
 * `ready` · `not:amount` (the gate finds amount wanting; several as `not:amount+scope`) · `warn:date`
 * (goes on with a warning) · `waive:amount` (goes on by a waiver) · `ask` · `accept 30` (the receiving team
 * took 30 minutes) · `return 20 goals:scope` (reason and field) · `silence 60` · `fix 45` (the sender
 * took 45 minutes and comes back: the next attempt) · `question:scope 10` (the receiving team asks about
 * scope after 10 minutes) · `answer 30`, `noanswer 30` (after 30 minutes of the sender) · `wait 90` (so many minutes go by) · `replaced`,
 * `withdrawn`, `done`.
 */
export function handoffRows(
	{
		id,
		began,
		answerWithin = ANSWER_WITHIN,
		...different
	}: { id: string; began: string; answerWithin?: number } & Partial<LedgerRow>,
	steps: string,
): LedgerRow[] {
	const rows: LedgerRow[] = [];
	let at = utc(began);
	let attempt = 1;
	let [questions, stood, due] = [0, 0, 0];
	let with_: 'sender' | 'receiver' | 'nobody' = 'receiver';
	const spent = { sender: 0, receiver: 0, nobody: 0 };
	const turns: Array<{ with: string; from: string }> = [];
	const write = (type: LedgerRow['type'], more: Partial<LedgerRow> = {}, data: object = {}) =>
		rows.push({
			...BLANK,
			eventId: `${id}-${rows.length + 1}`,
			type,
			at: new Date(at).toISOString(),
			handoffId: id,
			attempt,
			recordId: id,
			senderMinutes: spent.sender,
			receiverMinutes: spent.receiver,
			...different,
			...more,
			data: JSON.stringify({ ...data, turns }),
		});
	const give = (side: typeof with_) => {
		if (turns.at(-1)?.with !== side) turns.push({ with: side, from: new Date(at).toISOString() });
		with_ = side;
	};
	const spend = (side: 'sender' | 'receiver', minutes: number) => {
		at += minutes * MINUTE;
		spent[side] += minutes;
	};
	for (const step of steps.split(/\s*[,;]\s*/)) {
		const [verb = '', amount = '0', why = ''] = step.split(' ');
		const [kind = '', field = ''] = verb.split(':');
		const [code = '', about = ''] = why.split(':');
		if (kind === 'ready') {
			give('receiver');
			write('handoff.evaluated', {}, { ready: true, mode: 'enforce', open: [], score: 100 });
		} else if (kind === 'not') {
			give('sender');
			const open = field.split('+');
			const data = { ready: false, mode: 'enforce', open, score: 50 };
			write('handoff.evaluated', { fields: JSON.stringify(open) }, data);
		} else if (kind === 'warn' || kind === 'waive') {
			give('receiver');
			const noted = kind === 'warn' ? { open: [field] } : { open: [], waived: [field] };
			const data = { ready: true, mode: 'enforce', score: 90, ...noted };
			write('handoff.evaluated', { fields: JSON.stringify([field]) }, data);
		} else if (kind === 'ask') {
			due = at + answerWithin * MINUTE;
			const respondBy = new Date(due).toISOString();
			write('handoff.requested', {}, { round: 1, respondBy, receivers: ['dana@example.com'] });
		} else if (kind === 'accept') {
			spend('receiver', Number(amount));
			give('nobody');
			write('handoff.accepted', { actor: 'dana@example.com', proof: 'signedLink' }, { round: 1 });
		} else if (kind === 'return') {
			spend('receiver', Number(amount));
			give('sender');
			const reason = {
				code,
				label: `About ${code}`,
				note: 'as told',
				...(about && { field: about }),
			};
			write('handoff.returned', {
				actor: 'dana@example.com',
				proof: 'signedLink',
				fields: JSON.stringify(about === '' ? [] : [about]),
				reasons: JSON.stringify([reason]),
			});
		} else if (kind === 'silence') {
			spend('receiver', Number(amount));
			write('handoff.unanswered', {}, { round: 1 });
		} else if (kind === 'question') {
			spend('receiver', Number(amount));
			give('sender');
			questions += 1;
			const asked = { round: 1, questionId: `${attempt}.${questions}`, text: 'Who?' };
			const about = field === '' ? {} : { field };
			const fields = JSON.stringify(field === '' ? [] : [field]);
			write('question.asked', { fields }, { ...asked, ...about });
		} else if (kind === 'answer' || kind === 'noanswer') {
			spend('sender', Number(amount));
			give('receiver');
			stood += Number(amount);
			const respondBy = new Date(due + stood * MINUTE).toISOString();
			const data = { round: 1, questionId: `${attempt}.${questions}`, respondBy };
			write(kind === 'answer' ? 'question.answered' : 'question.unanswered', {}, data);
		} else if (kind === 'fix') {
			spend('sender', Number(amount));
			attempt += 1;
		} else if (kind === 'wait') {
			at += Number(amount) * MINUTE;
		} else if (kind === 'replaced' || kind === 'withdrawn' || kind === 'done') {
			if (kind !== 'replaced') give('nobody');
			write(`handoff.${kind}`);
		} else throw new Error(`no step ${step}`);
	}
	return rows;
}

/** A fortnight of one seam, small enough to be counted by hand. */
export const FORTNIGHT: ReadonlyArray<readonly [began: string, steps: string]> = [
	['Mon 2026-03-02 09:00', 'ready, ask, accept 30'],
	['Mon 2026-03-02 10:00', 'ready, ask, accept 90'],
	['Tue 2026-03-03 09:00', 'ready, ask, return 20 goals:scope, fix 100, ready, ask, accept 10'],
	['Tue 2026-03-03 10:00', 'not:amount, fix 50, ready, ask, accept 40'],
	['Wed 2026-03-04 09:00', 'ready, ask, accept 30'],
	[
		'Wed 2026-03-04 10:00',
		'ready, ask, return 50 goals:scope, fix 30, ready, ask, return 10 date:start, fix 20, ready, ask, accept 20',
	],
	['Thu 2026-03-05 09:00', 'ready, ask, silence 120'],
	['Thu 2026-03-05 10:00', 'ready, ask, accept 60'],
	['Fri 2026-03-06 09:00', 'ready, ask, accept 5'],
	['Fri 2026-03-06 10:00', 'ready, ask, return 60 date'],
	['Mon 2026-03-09 09:00', 'ready, ask'],
	['Mon 2026-03-09 10:00', 'not:amount'],
	['Mon 2026-03-09 11:00', 'ready, ask, accept 15'],
	['Mon 2026-03-09 12:00', 'ready, ask, accept 25'],
];

export const fortnightRows = (): LedgerRow[] =>
	FORTNIGHT.flatMap(([began, steps], index) => handoffRows({ id: `H${index + 1}`, began }, steps));
