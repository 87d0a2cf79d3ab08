import { describeTimeline, buildTimeline } from '../../../nodes/domain/insights/timeline';
import { renderMessage } from '../../../nodes/domain/message/renderMessage';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import { ledgerEventTypeSchema } from '../../../nodes/domain/handoff/rowData';
import { fortnightRows, ledgerRow, utc } from './handoffRows';

const now = utc('Tue 2026-03-10 12:00');
const { rows } = readRows(fortnightRows());
const tell = (handoffId: string, people = false) =>
	buildTimeline(rows, { handoffId, now }, { timezone: 'Europe/Berlin', people });

describe('timeline', () => {
	it('tells one handoff step by step, in the zone of the reader', () => {
		const story = tell('H3');
		expect(story?.entries.map(({ when, said }) => `${when}: ${said}`)).toEqual([
			'Tue 3 March 2026, 10:00 (Europe/Berlin): The gate found it ready.',
			'Tue 3 March 2026, 10:00 (Europe/Berlin): Delivery was asked to accept.',
			'Tue 3 March 2026, 10:20 (Europe/Berlin): Delivery returned it to Sales.',
			'Tue 3 March 2026, 12:00 (Europe/Berlin): The gate found it ready on attempt 2.',
			'Tue 3 March 2026, 12:00 (Europe/Berlin): Delivery was asked to accept.',
			'Tue 3 March 2026, 12:10 (Europe/Berlin): Delivery accepted.',
		]);
		expect(story?.entries[2]?.details).toEqual(['About goals (scope)']);
		expect(story).toMatchObject({
			standing: 'Accepted by Delivery on attempt 2.',
			senderMinutes: 100,
			receiverMinutes: 30,
		});
	});

	it.each`
		id       | standing
		${'H7'}  | ${'Delivery has the ball for 123 h now. It was due Thu 5 March 2026, 11:00 (Europe/Berlin).'}
		${'H10'} | ${'Sales has the ball for 97 h now.'}
	`('says of $id where it stands', ({ id, standing }) => {
		expect(tell(id)?.standing).toBe(standing);
	});

	it('names people and repeats their words only when it may', () => {
		expect(JSON.stringify(tell('H3'))).not.toMatch(/dana|as told/);
		expect(JSON.stringify(tell('H3', true))).toMatch(/\(dana@example\.com\).*as told/);
	});

	it('knows no story of a handoff without rows', () => {
		expect(tell('H99')).toBeUndefined();
	});

	it.each(ledgerEventTypeSchema.options.map((type) => [type]))('has words for %s', (type) => {
		const read = readRows([ledgerRow({ type, data: '{"clock":"fix","to":"sender"}' })]);
		const told = buildTimeline(read.rows, { handoffId: 'handoff-1', now }, { timezone: 'UTC' });
		expect(told?.entries[0]?.said).toMatch(/^[A-Z].*\.$/);
	});

	it('becomes a message for any channel', () => {
		const story = tell('H3');
		if (story === undefined) throw new Error('no story');
		const { subject, text } = renderMessage(describeTimeline(story));
		expect(subject).toBe('Handoff of crm deal H3 from Sales to Delivery');
		expect(text).toContain('Delivery returned it to Sales');
		expect(text).toContain('1 h 40 min');
	});
});
