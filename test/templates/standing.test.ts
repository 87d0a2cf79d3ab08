import { DateTime } from 'luxon';
import { IS_ACCEPTED, IS_NEWLY_READY, IS_WAITING } from '../../templates/builder/ledger/standing';

const monday = (time: string): string => `2026-03-02T${time}:00.000Z`;

interface Row {
	type: string;
	at: string;
	attempt: number;
	data: string;
}
const row = (type: string, at: string, closesAt = ''): Row => ({
	type,
	at,
	attempt: 1,
	data: JSON.stringify({ closesAt }),
});

/** Runs an expression of the template with what n8n puts at its hand. */
function evaluate(
	expression: string,
	given: { rows?: Row[]; since?: object; now: string },
): unknown {
	const $ = () => ({ all: () => (given.rows ?? []).map((json) => ({ json })) });
	const $json = { handoff: { verdict: { changedSince: given.since } } };
	const run = new Function('$', '$json', '$now', `return ${expression}`);
	const result: unknown = run($, $json, DateTime.fromISO(given.now));
	return Boolean(result);
}

const asked = row('handoff.requested', monday('09:00'), monday('12:00'));

describe('where a record stands, by its earlier ledger rows', () => {
	it.each`
		rows                                                                                  | now                | waiting
		${[]}                                                                                 | ${monday('09:00')} | ${false}
		${[asked]}                                                                            | ${monday('11:00')} | ${true}
		${[row('handoff.voted', monday('10:00')), asked]}                                     | ${monday('11:00')} | ${true}
		${[asked, row('sla.milestoneReached', monday('12:00'))]}                              | ${monday('12:30')} | ${true}
		${[asked]}                                                                            | ${monday('13:01')} | ${false}
		${[asked, row('handoff.returned', monday('10:00'))]}                                  | ${monday('11:00')} | ${false}
		${[asked, row('handoff.accepted', monday('10:00')), row('sla.met', monday('10:01'))]} | ${monday('11:00')} | ${false}
	`(
		'a request waits until an hour after its last milestone: $waiting at $now',
		({ rows, now, waiting }) => {
			expect(evaluate(IS_WAITING, { rows, now })).toBe(waiting);
		},
	);

	it('is accepted once it was accepted, whatever its clock says afterwards', () => {
		const rows = [asked, row('handoff.accepted', monday('10:00')), row('sla.met', monday('10:01'))];

		expect(evaluate(IS_ACCEPTED, { rows, now: monday('11:00') })).toBe(true);
		expect(evaluate(IS_ACCEPTED, { rows: [asked], now: monday('11:00') })).toBe(false);
	});

	it.each`
		since                                                                      | now                           | goesOn
		${undefined}                                                               | ${monday('09:00')}            | ${true}
		${{ changed: true, lastType: 'handoff.returned', at: monday('09:00') }}    | ${monday('10:00')}            | ${true}
		${{ changed: false, lastType: 'handoff.returned', at: monday('09:00') }}   | ${monday('10:00')}            | ${false}
		${{ changed: false, lastType: 'handoff.evaluated', at: monday('09:00') }}  | ${monday('10:00')}            | ${true}
		${{ changed: false, lastType: 'handoff.requested', at: monday('09:00') }}  | ${monday('14:00')}            | ${true}
		${{ changed: false, lastType: 'handoff.unanswered', at: monday('09:00') }} | ${monday('14:00')}            | ${false}
		${{ changed: false, lastType: 'handoff.unanswered', at: monday('09:00') }} | ${'2026-03-03T09:01:00.000Z'} | ${true}
	`(
		'what is ready is put before the receiving team: $goesOn after $since at $now',
		({ since, now, goesOn }) => {
			expect(evaluate(IS_NEWLY_READY, { since, now })).toBe(goesOn);
		},
	);
});
