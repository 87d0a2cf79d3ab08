import { grantException } from '../../../nodes/domain/exceptions/answerException';
import { askException } from '../../../nodes/domain/exceptions/askException';
import { endingNews, mayEndSoon } from '../../../nodes/domain/exceptions/endingNews';
import type { Handoff } from '../../../nodes/domain/handoff/envelope';
import { writeRow } from '../../../nodes/domain/ledger/writeRow';
import { ASKED, lackingHandoff, LEE, MONDAY, SAM } from '../../support/exceptionPages';
import { localOf, officeIn } from '../time/calendars';

const BERLIN = localOf('Europe/Berlin');
const at = (text: string) => Date.parse(BERLIN.instant(text));
const plain = lackingHandoff();
const handoff: Handoff = {
	...plain,
	agreed: { ...plain.agreed, calendars: { sender: officeIn('Europe/Berlin') } },
};

const asked = askException(
	handoff,
	{ requirementId: 'po', reason: ASKED.reason, until: '2026-03-20', by: SAM },
	{ rows: [], now: MONDAY, key: undefined },
);
const granted = grantException(handoff, asked.asked, {
	...{ rows: [], now: MONDAY, key: undefined, until: '2026-03-20' },
	by: { ...LEE, proof: 'signedLinkAndName' },
});
/** Granted on Monday until the end of Friday 2026-03-20 in UTC. */
const ROWS = [asked.handoff.event, granted.handoff.event].flatMap((row) => row ?? []);

const newsAt = (time: string, more: readonly unknown[] = []) =>
	endingNews([...ROWS, ...more], at(time));
const AT = at('Wed 2026-03-04 09:00');
const REVOKED = writeRow(handoff, {
	...{ type: 'waiver.revoked', at: AT, data: { requirementId: 'po' } },
});
const DONE = writeRow(handoff, { type: 'handoff.done', at: AT, data: {} });

describe('what is told before an exception ends', () => {
	it.each`
		now                       | told | because
		${'Wed 2026-03-18 08:59'} | ${0} | ${'more than three working days are left'}
		${'Wed 2026-03-18 09:00'} | ${1} | ${'Wednesday, Thursday and Friday are left'}
		${'Fri 2026-03-20 12:00'} | ${1} | ${'it has not ended'}
		${'Sat 2026-03-21 02:00'} | ${0} | ${'it is over'}
	`('is $told on $now: $because', ({ now, told }) => {
		expect(newsAt(now)).toHaveLength(told);
		expect(mayEndSoon(ROWS, at(now))).toHaveLength(told);
	});

	it('goes to the sender, with the row by which nobody is told twice', () => {
		const [news] = newsAt('Wed 2026-03-18 09:00');

		expect(news?.handoff).toMatchObject({
			event: { type: 'waiver.ending', recordId: '4711' },
			message: { kind: 'exception', to: [SAM] },
		});
		expect(news?.handoff.message?.text).toContain('“Purchase order” ends: Fri 20 Mar 2026.');
		expect(newsAt('Wed 2026-03-18 10:00', [news?.handoff.event])).toEqual([]);
	});

	it.each([
		['was taken back', REVOKED],
		['belongs to what is set up already', DONE],
	])('is nothing when it %s', (_, more) => {
		expect(newsAt('Wed 2026-03-18 09:00', [more])).toEqual([]);
	});

	it('is nothing while somebody asks for a longer one', () => {
		const again = askException(
			handoff,
			{ requirementId: 'po', reason: 'It comes in May.', until: '2026-04-01', by: SAM },
			{ rows: ROWS, now: at('Wed 2026-03-18 08:00'), key: undefined },
		);

		expect(newsAt('Wed 2026-03-18 09:00', [again.handoff.event])).toEqual([]);
	});

	it('passes over what is no row, and grants that say nobody to tell', () => {
		const silent = writeRow(handoff, {
			...{ type: 'requirement.waived', at: MONDAY },
			data: { requirementId: 'po', expiresAt: '2026-03-20', approvedBy: LEE.email, reason: 'X' },
		});

		expect(endingNews([silent, null, 'row', {}], at('Wed 2026-03-18 09:00'))).toEqual([]);
	});
});
