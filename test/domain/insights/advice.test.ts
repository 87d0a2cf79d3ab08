import { describeReport, formatHeadline } from '../../../nodes/domain/insights/describeReport';
import { writeReportPage } from '../../../nodes/domain/insights/page/reportPage';
import { suggestions } from '../../../nodes/domain/insights/suggestions';
import { renderMessage } from '../../../nodes/domain/message/renderMessage';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { kindsOf, many, POLICY, reportOf, suggest } from './suggest';

const WAIVABLE = parsePolicy({ ...POLICY, waivers: { allowed: ['amount', 'scope'] } });

const textOf = (rows: readonly unknown[], policies = [POLICY]) => {
	const report = reportOf(rows, policies);
	const told = { title: 'March', suggestions: suggestions(report, policies) };
	return {
		page: writeReportPage(report, told).replace(/\s+/g, ' '),
		message: renderMessage(describeReport(report, told)).text,
		headline: formatHeadline(report),
	};
};

describe('returns that name no field', () => {
	const rows = [...many(100, 'ready, ask, accept 5'), ...many(20, 'ready, ask, return 5 unclear')];

	it('make no requirement idle, and are advice of their own', () => {
		expect(suggest(rows)).toMatchObject([
			{
				kind: 'nameFields',
				title: 'Ask for the field when a handoff is returned',
				evidence: expect.stringContaining('100 % (20 of 20; 84 to 100 %) of the returns'),
				backtest: { n: 20, text: expect.stringContaining('20 of 20 returns in the last 13 weeks') },
			},
		]);
		expect(reportOf(rows).requirements.map(({ dead }) => dead)).toEqual([false, false]);
		expect(textOf(rows).page).not.toContain('never held anything up');
	});

	it('make none idle when there is only one', () => {
		const one = [...many(300, 'ready, ask, accept 5'), ...many(1, 'ready, ask, return 5 unclear')];
		expect(kindsOf(one)).toEqual([]);
		expect(kindsOf(many(300, 'ready, ask, accept 5'))).toEqual(['relax', 'relax']);
	});

	it('leave alone the requirements that those handoffs were not asked for', () => {
		const when = { field: 'amount', atLeast: 10_000 };
		const requirements = [
			POLICY.requirements[0],
			{ ...POLICY.requirements[1], severity: 'blocker', when },
		];
		const policy = parsePolicy({ ...POLICY, requirements });
		const asked = (checked: string[]) => (row: { data: string; type: string }) =>
			row.type === 'handoff.evaluated'
				? { ...row, data: JSON.stringify({ ...JSON.parse(row.data), checked }) }
				: row;
		const told = [
			...many(150, 'ready, ask, accept 5').map(asked(['amount', 'scope'])),
			...many(20, 'ready, ask, return 5 unclear').map(asked(['amount'])),
		];
		expect(suggest(told, [policy]).map(({ title }) => title)).toEqual([
			'Ask for the field when a handoff is returned',
			'Make “Scope” a warning, or drop it',
		]);
	});

	it('change the reasons that need no note so far, which a policy takes as they are', () => {
		const returnReasons = [{ code: 'unclear', label: 'Unclear' }];
		const policy = parsePolicy({ ...POLICY, acceptance: { returnReasons } });
		const [ask] = suggest(rows, [policy]);
		expect(ask?.change).toMatchObject({ place: 'acceptance.returnReasons', action: 'replace' });
		const acceptance = { returnReasons: ask?.change?.json };
		const changed = parsePolicy({ ...policy, acceptance });
		expect(changed.acceptance.returnReasons).toEqual([{ ...returnReasons[0], needsNote: true }]);
		expect(suggest(rows, [changed])[0]).not.toHaveProperty('change');
	});

	it.each`
		unnamed | named | told
		${2}    | ${8}  | ${false}
		${4}    | ${16} | ${false}
		${9}    | ${11} | ${true}
		${9}    | ${0}  | ${false}
	`('$unnamed beside $named that name one are worth a word: $told', ({ unnamed, named, told }) => {
		const some = [
			...many(60, 'ready, ask, accept 5'),
			...many(unnamed, 'ready, ask, return 5 unclear'),
			...many(named, 'ready, ask, return 5 goals:scope'),
		];
		expect(kindsOf(some).includes('nameFields')).toBe(told);
	});
});

describe('a waiver', () => {
	it('is to stop, and becomes no rule, where what was waived came back for it', () => {
		const rows = [
			...many(42, 'ready, ask, accept 5'),
			...many(6, 'waive:amount, ask, accept 5'),
			...many(12, 'waive:amount, ask, return 5 money:amount'),
		];
		expect(suggest(rows, [WAIVABLE])).toMatchObject([
			{
				kind: 'stopWaiving',
				title: 'Stop waiving “Budget”',
				evidence: 'Returned for amount after it had been waived: 67 % (12 of 18; 44 to 84 %).',
				against: '6 of the 18 waived ones did not come back for it.',
				change: { place: 'waivers.allowed', action: 'replace', json: ['scope'] },
				backtest: { text: expect.stringContaining('18 of 60 attempts') },
			},
		]);
		// Nothing to change where nobody may waive it any more.
		expect(suggest(rows)[0]).toMatchObject({ kind: 'stopWaiving' });
		expect(suggest(rows)[0]).not.toHaveProperty('change');
	});

	it.each`
		waived | cameBack | kinds
		${40}  | ${0}     | ${['exceptionIntoRule']}
		${39}  | ${1}     | ${['exceptionIntoRule']}
		${37}  | ${3}     | ${[]}
		${20}  | ${20}    | ${['stopWaiving']}
	`(
		'that went well $waived times and came back $cameBack times leads to $kinds',
		({ waived, cameBack, kinds }) => {
			const rows = [
				...many(50, 'ready, ask, accept 5'),
				...many(waived, 'waive:amount, ask, accept 5'),
				...many(cameBack, 'waive:amount, ask, return 5 money:amount'),
			];
			expect(kindsOf(rows, [WAIVABLE])).toEqual(kinds);
		},
	);

	it('that becomes a rule stands beside what speaks against it', () => {
		const rows = [
			...many(50, 'ready, ask, accept 5'),
			...many(39, 'waive:amount, ask, accept 5'),
			...many(1, 'waive:amount, ask, return 5 money:amount'),
			...many(1, 'ready, ask, return 5 money:amount'),
			...many(2, 'ready, ask, return 5 unclear'),
		];
		const against =
			'1 of the 40 waived ones came back for it. 1 of 53 submissions came back for amount although the gate had passed it. 2 of 93 handoffs came back without naming a field: it may have been this one.';
		expect(suggest(rows, [WAIVABLE])).toMatchObject([{ kind: 'exceptionIntoRule', against }]);
		const { page, message } = textOf(rows, [WAIVABLE]);
		expect(page).toContain(`<b>Against it:</b> ${against}`);
		expect(message).toContain(`Against it: ${against}`);
	});
});

describe('a requirement', () => {
	it('gets one piece of advice, the one that is least likely to be chance', () => {
		const rows = (waived: number, escapes: number) => [
			...many(60, 'ready, ask, accept 5'),
			...many(waived, 'waive:scope, ask, accept 5'),
			...many(escapes, 'ready, ask, return 5 goals:scope'),
		];
		const aboutScope = (told: unknown[]) =>
			suggest(told, [WAIVABLE]).filter(({ kind }) => kind !== 'relax');
		const exceptions = aboutScope(rows(60, 14));
		const escapes = aboutScope(rows(40, 30));
		expect(exceptions).toMatchObject([
			{
				kind: 'exceptionIntoRule',
				against: '14 of 74 submissions came back for scope although the gate had passed it.',
			},
		]);
		expect(escapes).toMatchObject([
			{
				kind: 'tighten',
				against: 'Waived in 40 of 130 handoffs: who asks for more will be asked for more waivers.',
			},
		]);
	});
});

describe('silence', () => {
	const rows = [
		...many(30, 'ready, ask, accept 5', { receivingTeam: 'Delivery' }),
		...many(10, 'ready, ask, silence 60', { receivingTeam: 'Support' }),
		...many(20, 'ready, ask, accept 5', { receivingTeam: 'Support', sendingTeam: 'Partners' }),
	];

	it('is told of the team that is silent, whoever it was that asked', () => {
		expect(suggest(rows)).toMatchObject([
			{
				kind: 'askForAnswers',
				title: 'Find out why Support leaves handoffs unanswered',
				evidence:
					'Left unanswered: 33 % (10 of 30; 19 to 51 %) of the submissions. Nobody is told past the deadline: name somebody under “sla.accept”, “escalateTo”.',
				backtest: { n: 30, text: expect.stringContaining('10 of 30 submissions') },
			},
		]);
	});

	it('is a headline figure, by team, of the page and of the message', () => {
		const { page, message } = textOf(rows);
		expect(page).toContain('<dt>Left unanswered</dt>');
		expect(page).toContain('<span class="basis">Support 10 of 30</span>');
		expect(message).toContain('Left unanswered: 17 % (10 of 60; 9 to 28 %): Support 10 of 30');
	});

	it('proposes a late reminder where there is none, which a policy takes as it is', () => {
		const accept = {
			minutes: 60,
			milestones: [50, 100],
			escalateTo: [{ name: 'Lee', email: 'lee@example.com' }],
		};
		const policy = parsePolicy({ ...POLICY, sla: { accept } });
		const [ask] = suggest(rows, [policy]);
		expect(ask?.evidence).not.toContain('Nobody is told');
		const changed = parsePolicy({ ...POLICY, sla: { accept: ask?.change?.json } });
		expect(changed.sla.accept).toMatchObject({ ...accept, milestones: [50, 100, 75] });
		expect(suggest(rows, [changed])[0]).not.toHaveProperty('change');
	});

	it('is not taken for a deadline that is too short', () => {
		const silent = [...many(30, 'ready, ask, accept 55'), ...many(20, 'ready, ask, silence 60')];
		expect(kindsOf(silent)).toEqual(['askForAnswers']);
	});

	it('speaks against a longer deadline, which does not change it', () => {
		const slow = [...many(30, 'ready, ask, accept 170'), ...many(20, 'ready, ask, silence 60')];
		expect(suggest(slow).find(({ kind }) => kind === 'moveDeadline')).toMatchObject({
			title: 'Allow 3 h for an answer (now 1 h)',
			against: '20 of 50 submissions were never answered, which another deadline does not change.',
		});
	});
});

describe('pairs of teams', () => {
	const pair = (receivingTeam: string, well: number, ill: number, steps: string) => [
		...many(well, 'ready, ask, accept 5', { receivingTeam }),
		...many(ill, steps, { receivingTeam }),
	];

	it('that do worse than the others are all named, each with why', () => {
		const rows = [
			...pair('Delivery', 58, 2, 'not:amount'),
			...pair('Care', 57, 3, 'ready, ask, return 5 goals:scope'),
			...pair('North', 20, 40, 'not:amount'),
			...pair('South', 25, 35, 'ready, ask, return 5 goals:scope'),
		];
		const splits = suggest(rows).filter(({ kind }) => kind === 'splitPolicy');
		expect(splits.map(({ title, evidence }) => [title, evidence])).toEqual([
			[
				'Agree a policy of their own for Sales → North',
				'Accepted at the first attempt: 33 % (20 of 60; 23 to 46 %) for Sales → North, 78 % (140 of 180; 71 to 83 %) for the others. More of theirs are stopped at the gate at the first look (40 of 60, of the others 2 of 180).',
			],
			[
				'Agree a policy of their own for Sales → South',
				'Accepted at the first attempt: 42 % (25 of 60; 30 to 54 %) for Sales → South, 96 % (115 of 120; 91 to 98 %) for the others. More of theirs are returned (35 of 60, of the others 3 of 118).',
			],
		]);
	});

	it('are not told apart when it is one team that does not answer', () => {
		const rows = [
			...pair('Delivery', 58, 2, 'not:amount'),
			...pair('Silent', 30, 30, 'ready, ask, silence 60'),
		];
		expect(kindsOf(rows)).toEqual(['askForAnswers', 'relax']);
	});

	it.each`
		few   | told
		${9}  | ${false}
		${12} | ${true}
	`('of $few handoffs beside forty are told apart: $told', ({ few, told }) => {
		const rows = [...pair('Delivery', 40, 0, ''), ...pair('North', 0, few, 'not:amount')];
		expect(kindsOf(rows).includes('splitPolicy')).toBe(told);
	});
});

describe('a report that advises nothing', () => {
	it.each`
		count | steps                      | headline                                                       | why
		${9}  | ${'ready, ask, accept 5'}  | ${'9 handoffs so far: too few to speak of shares'}             | ${'Too few handoffs to advise anything (from 10 on).'}
		${30} | ${'ready, ask'}            | ${'30 handoffs so far: too few have ended to speak of shares'} | ${'Too few handoffs have ended to advise anything (from 10 on).'}
		${40} | ${'ready, ask, accept 50'} | ${'100 % of handoffs are accepted'}                            | ${'Nothing stands out'}
		${12} | ${'not:amount'}            | ${'0 % of handoffs are accepted'}                              | ${'Worth a look: accepted at the first attempt 0 % (0 of 12; 0 to 24 %).'}
	`('says “$why” under “$headline”', ({ count, steps, headline, why }) => {
		const told = textOf(many(count, steps));
		expect(told.headline).toContain(headline);
		expect(told.page).toContain(why);
		expect(told.message).toContain(why);
	});

	it('does not say that nothing stands out where a quarter of ten is unanswered', () => {
		const { page } = textOf([
			...many(9, 'ready, ask, accept 5'),
			...many(2, 'ready, ask, silence 60'),
		]);
		expect(page).not.toContain('Nothing stands out');
		expect(page).toContain('left unanswered 18 % (2 of 11; 5 to 48 %)');
	});
});
