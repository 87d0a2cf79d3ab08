import { exceptionsIn, stateOf } from '../../../nodes/domain/life/exceptions';
import { timesOf } from '../../support/draws';
import { seedRandom } from '../../scale/seededRandom';
import { HANDOFF, lifeRow, monday } from './lifeRows';

const ASKER = 'sam@sales.example';
const APPROVER = 'head@sales.example';
const FRIDAY = '2026-03-06';

const exceptionRow = (type: string, at: string, data: Record<string, unknown>) => {
	const { actor = '', ...noted } = data;
	const row = lifeRow(type, monday(at), { actor, requirementId: 'po', ...noted });
	return { ...row, eventId: `${row.eventId}:${at}` };
};
const asked = (at: string, times = 1, actor = ASKER) =>
	exceptionRow('waiver.asked', at, {
		...{ actor, times, by: 'Sam Sender', reason: 'The client sends it in April.' },
		...{ expiresAt: FRIDAY, approvers: [APPROVER] },
	});
const granted = (at: string, more: Record<string, unknown> = {}) =>
	exceptionRow('requirement.waived', at, {
		...{ actor: APPROVER, approvedBy: `Lee Head <${APPROVER}>`, times: 1 },
		...{ reason: 'The client sends it in April.', expiresAt: FRIDAY, ...more },
	});
const refused = (at: string, times = 1) =>
	exceptionRow('waiver.refused', at, {
		...{ actor: APPROVER, times, by: 'Lee Head', reason: 'Accounting cannot book it.' },
	});
const revoked = (at: string) => exceptionRow('waiver.revoked', at, {});
const expired = (at: string) => exceptionRow('waiver.expired', at, { expiresAt: FRIDAY });

const standing = (rows: object[]) => exceptionsIn(rows, HANDOFF)[0];

describe('exceptionsIn', () => {
	it.each<[string, object[], string]>([
		['is asked for until somebody answers', [asked('09:00')], 'asked'],
		['is granted by an approver', [asked('09:00'), granted('10:00')], 'granted'],
		['is refused by an approver', [asked('09:00'), refused('10:00')], 'refused'],
		['is granted without asking', [granted('10:00', { times: undefined })], 'granted'],
		['is taken back', [asked('09:00'), granted('10:00'), revoked('11:00')], 'revoked'],
		['is over when its row says so', [granted('10:00'), expired('11:00')], 'expired'],
		['is asked for anew', [asked('09:00'), refused('10:00'), asked('11:00', 2)], 'asked'],
		[
			'is granted the second time',
			[asked('09:00'), refused('10:00'), asked('11:00', 2), granted('12:00', { times: 2 })],
			'granted',
		],
		[
			'is refused when both answers have the same time',
			[asked('09:00'), granted('10:00'), refused('10:00')],
			'refused',
		],
		[
			'follows the first of two answers',
			[asked('09:00'), granted('10:00'), refused('10:01')],
			'granted',
		],
	])('%s', (_, rows, state) => {
		for (const order of [rows, [...rows].reverse(), [...rows, ...rows]]) {
			const exception = standing(order);
			expect(exception && stateOf(exception, monday('13:00'))).toBe(state);
		}
	});

	it('is over when its day has ended, whatever rows say', () => {
		const exception = standing([asked('09:00'), granted('10:00')]);

		expect(exception && stateOf(exception, Date.parse('2026-03-07T00:00:00Z'))).toBe('expired');
	});

	it.each([
		['by address', { actor: ASKER, approvedBy: ASKER }],
		['by another way to write it', { actor: '', approvedBy: 'SAM@Sales.example ' }],
		['behind a name', { actor: '', approvedBy: `Lee Head <${ASKER}>` }],
		['behind the name of somebody else', { actor: ASKER, approvedBy: APPROVER }],
	])('is never granted by who asked for it: %s', (_, by) => {
		const exception = standing([asked('09:00'), granted('10:00', by)]);

		expect(exception?.waiver).toBeUndefined();
		expect(exception?.selfGranted).toBeDefined();
	});

	it('is not granted by who asks for it later either', () => {
		const rows = [granted('10:00', { times: undefined }), asked('11:00', 1, APPROVER)];

		expect(standing(rows)?.waiver).toBeUndefined();
	});

	it('goes on until it ends while a longer one is asked for, and then until the new end', () => {
		const extension = [asked('09:00'), granted('10:00'), asked('11:00', 2)];
		const longer = granted('12:00', { times: 2, expiresAt: '2026-03-20', extends: true });

		expect(standing(extension)?.waiver?.expiresAt).toBe(FRIDAY);
		expect(standing([...extension, longer])?.waiver?.expiresAt).toBe('2026-03-20');
		expect(standing([...extension, refused('12:00', 2)])?.waiver?.expiresAt).toBe(FRIDAY);
	});

	it('passes over rows of other handoffs and what is no row', () => {
		const other = { ...granted('10:00'), handoffId: 'handoff-2' };

		expect(exceptionsIn([other, null, 'row', { type: 'requirement.waived' }], HANDOFF)).toEqual([]);
	});
});

describe('in any interleaving of what people do and what clocks say', () => {
	const PEOPLE = [ASKER, APPROVER, 'cfo@sales.example'];

	/** Some hours of one exception: who does what when, as rows. */
	function play(seed: number): object[] {
		const random = seedRandom(seed);
		const pick = <Thing>(things: readonly Thing[]) =>
			things[Math.floor(random.below(things.length))];
		const moment = () =>
			`${String(9 + Math.floor(random.below(3))).padStart(2, '0')}:0${Math.floor(random.below(4))}`;
		return Array.from({ length: 1 + Math.floor(random.below(7)) }, () => {
			const actor = pick(PEOPLE) ?? ASKER;
			const times = 1 + Math.floor(random.below(3));
			const make = pick([
				() => asked(moment(), times, pick(PEOPLE.slice(0, 2))),
				() => granted(moment(), { actor, approvedBy: actor, times }),
				() => refused(moment(), times),
				() => revoked(moment()),
				() => expired(moment()),
			]);
			return make?.() ?? {};
		});
	}

	it('stands only what somebody granted who has not asked for it', () => {
		for (let seed = 1; seed <= timesOf(3000); seed += 1) {
			const rows = play(seed);
			const exception = standing(rows);
			if (exception?.waiver === undefined) continue;
			const { approvedBy } = exception.waiver;
			const grants = rows.filter((row) => 'type' in row && row.type === 'requirement.waived');
			const askers = rows.flatMap((row) =>
				'type' in row && row.type === 'waiver.asked' && 'actor' in row ? [row.actor] : [],
			);

			expect(grants.length).toBeGreaterThan(0);
			expect(askers).not.toContain(approvedBy);
		}
	});

	it('says the same in whatever order a store gives the rows back', () => {
		for (let seed = 1; seed <= timesOf(1000); seed += 1) {
			const rows = play(seed);
			const moments = rows.map((row) =>
				'at' in row && 'type' in row ? `${row.type} ${row.at}` : '',
			);
			if (new Set(moments).size < moments.length) continue;

			expect(standing([...rows].reverse())).toEqual(standing(rows));
			expect(standing([...rows, ...rows])).toEqual(standing(rows));
		}
	});
});
