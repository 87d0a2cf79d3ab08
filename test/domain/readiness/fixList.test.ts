import type { Handoff } from '../../../nodes/domain/handoff/envelope';
import type { Finding } from '../../../nodes/domain/handoff/verdict';
import { languageSchema, type Language } from '../../../nodes/domain/language/languages';
import { renderMessage } from '../../../nodes/domain/message/renderMessage';
import { buildFixList } from '../../../nodes/domain/readiness/fixList';
import { readyHandoff } from '../../support/handoffs';
import { told } from '../../support/told';

const SAM = { name: 'Sam Seller', email: 'sam@example.com' };
const DANA = { name: 'Dana Delivery', email: 'dana@example.com' };

const finding = (fixer: string): Finding => ({
	requirementId: fixer,
	label: `What ${fixer} fixes`,
	field: fixer,
	check: 'present',
	severity: 'blocker',
	...told(),
	seen: '',
	fixer,
	howToFix: '',
});

/** The fix list of a record that lacks something that each of these fixes. */
const LEGAL = { name: 'Legal desk', email: 'legal@example.com' };

const withFixers = (fixers: Handoff['agreed']['fixers']): Partial<Handoff> => ({
	agreed: { ...readyHandoff().agreed, fixers },
});

function listFor(fixers: string[], different: Partial<Handoff> = {}) {
	const handoff = readyHandoff(different);
	const { verdict } = readyHandoff();
	if (verdict === undefined) throw new Error('no verdict');
	return buildFixList(handoff, { ...verdict, findings: fixers.map(finding) }, []);
}

describe('those whom the fix list is for', () => {
	it.each`
		fixers                    | to
		${['sender']}             | ${[SAM]}
		${['receiver']}           | ${[SAM, DANA]}
		${['sender', 'receiver']} | ${[SAM, DANA]}
	`('are the sender, and the receivers where something is theirs: $fixers', ({ fixers, to }) => {
		expect(listFor(fixers).to).toEqual(to);
	});

	it.each`
		fixers             | known                               | to
		${['Legal']}       | ${{ Legal: LEGAL }}                 | ${[SAM, LEGAL]}
		${['Legal', 'IT']} | ${{ Legal: LEGAL, IT: LEGAL }}      | ${[SAM, LEGAL]}
		${['sender']}      | ${{ Legal: LEGAL }}                 | ${[SAM]}
		${['IT']}          | ${{ Legal: LEGAL }}                 | ${[SAM]}
		${['Legal']}       | ${undefined}                        | ${[SAM]}
		${['Legal']}       | ${{ Legal: { ...SAM, name: 'S' } }} | ${[SAM]}
		${['constructor']} | ${{ Legal: LEGAL }}                 | ${[SAM]}
	`('are those of neither side who fix something, once each: $fixers', ({ fixers, known, to }) => {
		expect(listFor(fixers, withFixers(known)).to).toEqual(to);
	});

	it('find what is theirs under their own name', () => {
		const headings = (different: Partial<Handoff>) =>
			listFor(['sender', 'Legal'], different).blocks.flatMap((block) =>
				block.kind === 'heading' ? [block.text] : [],
			);

		expect(headings(withFixers({ Legal: LEGAL }))).toEqual([
			'To be fixed by: Sales',
			'To be fixed by: Legal desk',
		]);
		expect(headings({})).toEqual(['To be fixed by: Sales', 'To be fixed by: Legal']);
	});

	it('are the teams, without an address, where no person is known', () => {
		const nobody = { sender: { team: 'Sales' }, receiver: { team: 'Delivery', people: [] } };

		expect(listFor(['sender', 'receiver'], nobody).to).toEqual([
			{ name: 'Sales', email: '' },
			{ name: 'Delivery', email: '' },
		]);
	});
});

describe('the fix list in each language', () => {
	const said = (language: Language) => {
		const handoff = readyHandoff({ attempt: 2 });
		const { verdict } = handoff;
		if (verdict === undefined) throw new Error('no verdict');
		const blocker = {
			...finding('sender'),
			seen: 'soon',
			howToFix: 'ASK',
			fixUrl: 'https://a.example',
		};
		const warning = { ...finding('receiver'), severity: 'warning' as const };
		const waiver = {
			requirementId: 'x',
			reason: 'WHY',
			approvedBy: 'Hedda',
			expiresAt: '2026-04-01',
		};
		const changed = { lastType: 'handoff.evaluated' as const, at: '2026-03-02', changed: true };
		const proposal = { field: 'sender', value: 5, quote: 'five', source: 'notes' };
		return buildFixList(
			{ ...handoff, agreed: { ...handoff.agreed, language }, receiver: { team: '', people: [] } },
			{
				...verdict,
				findings: [blocker, warning, { ...finding('Legal'), waiver }],
				changedSince: { ...changed, attempt: 1, fixed: ['brief'], stillOpen: [], newlyOpen: [] },
				proposals: [true, false].map((verified) => ({ ...proposal, verified })),
			},
			[{ id: 'brief', label: 'BRIEF' }],
		);
	};

	it.each(languageSchema.options.filter((language) => language !== 'en'))(
		'says everything, and nothing in English: %s',
		(language) => {
			const text = renderMessage(said(language)).text;

			for (const given of ['ASK', 'Hedda', 'WHY', 'BRIEF', 'soon', 'five', 'notes']) {
				expect(text).toContain(given);
			}
			expect(text).not.toMatch(
				/[{}]|\b(fix|things?|the|expected|found|how|good|proposed|granted|last|before)\b/i,
			);
		},
	);
});
