import { briefDocument } from '../../../nodes/domain/gate/briefDocument';
import { correctedPacket } from '../../../nodes/domain/gate/correctedPacket';
import type { AskedQuestion } from '../../../nodes/domain/handoff/askedQuestion';
import type { Decision } from '../../../nodes/domain/handoff/decision';
import type { Handoff } from '../../../nodes/domain/handoff/envelope';
import type { Finding } from '../../../nodes/domain/handoff/verdict';
import { renderMessage } from '../../../nodes/domain/message/renderMessage';
import { readyHandoff } from '../../support/handoffs';
import { told } from '../../support/told';

const DANA = { name: 'Dana Delivery', email: 'dana@example.com' };
const decision: Decision = {
	kind: 'accepted',
	by: { ...DANA, proof: 'signedLinkAndName' },
	at: '2026-03-02T11:30:00.000Z',
	checklist: [],
	reasons: [],
	comment: 'We start\non Monday.',
};
const waived: Finding = {
	requirementId: 'po',
	label: 'PO',
	field: 'po',
	check: 'present',
	severity: 'blocker',
	...told(),
	seen: '',
	fixer: 'sender',
	howToFix: '',
	waiver: {
		requirementId: 'po',
		reason: 'It follows',
		approvedBy: 'Hedda',
		expiresAt: '2026-04-01',
	},
};

const briefOf = (
	different: Partial<Handoff> = {},
	findings: Finding[] = [],
	questions: AskedQuestion[] = [],
) =>
	renderMessage(
		briefDocument(readyHandoff({ decision, ...different }), { waived: findings, questions }),
	);

const packetOf = (packet: Handoff['agreed']['packet']) => ({
	agreed: { ...readyHandoff().agreed, packet },
});

const correction = (field: string, to: string | boolean | string[] | null, label = field) => ({
	...{ field, label, from: 'old', to, by: DANA, at: decision.at },
});

const QUESTION: AskedQuestion = {
	id: '1',
	by: decision.by,
	at: '2026-03-02T10:00:00.000Z',
	text: 'Who signs?',
	field: 'amount',
	to: { name: 'Sam Seller', email: 'sam@example.com' },
	remindAt: '2026-03-02T12:00:00.000Z',
	answerBy: '2026-03-02T14:00:00.000Z',
};

describe('the brief of an accepted handoff', () => {
	it('says what was asked before, and what the answer was', () => {
		const answer = {
			...{ questionId: '1', by: { ...DANA, name: 'Sam Seller', proof: 'signedLink' as const } },
			...{ at: '2026-03-02T11:00:00.000Z', text: 'Ada.' },
		};
		const { text } = briefOf({}, [], [{ ...QUESTION, answer }]);

		expect(text).toMatch(
			/Questions and answers\s+- Dana Delivery asked about “Budget” on [^:]* 10:00 \(UTC\): Who signs\?\s+Sam Seller answered on [^:]* 11:00 \(UTC\): Ada\./,
		);
	});

	it('is what the task says: the packet, who accepted, what was waived, and where the record is', () => {
		const brief = briefOf({}, [waived]);

		expect(brief).toMatchObject({ kind: 'brief', subject: 'Website for Acme' });
		expect(brief.text).toBe(
			[
				'Website for Acme',
				'Budget: 12000',
				'Accepted by Dana Delivery on Mon 2 March 2026, 11:30 (UTC): We start on Monday.',
				'Agreed exceptions',
				'- PO is missing\n  Exception granted by Hedda until Wed 1 Apr 2026: It follows',
				'Open the record:\nhttps://crm.example/deals/4711',
			].join('\n\n'),
		);
		expect(brief.markdown).toContain('**Budget:** 12000');
		expect(brief.markdown).toContain('[Open the record](https://crm.example/deals/4711)');
	});

	it('is for the sender', () => {
		expect(briefOf().to).toEqual([{ name: 'Sam Seller', email: 'sam@example.com' }]);
		expect(briefOf({ sender: { team: 'Sales' } }).to).toEqual([{ name: 'Sales', email: '' }]);
	});

	it('says nothing of exceptions, of a comment or of a record without an address', () => {
		const { text } = briefOf({
			decision: { ...decision, comment: undefined },
			record: { ...readyHandoff().record, url: '' },
		});

		expect(text).toBe(
			'Website for Acme\n\nBudget: 12000\n\nAccepted by Dana Delivery on Mon 2 March 2026, 11:30 (UTC)',
		);
	});

	it('speaks the language and the zone that all receivers read', () => {
		const people = [{ ...DANA, language: 'de' as const, timezone: 'Europe/Berlin' }];
		const { text } = briefOf({ receiver: { team: 'Delivery', people } });

		expect(text).toContain(
			'Angenommen von Dana Delivery am Mo 2. März 2026, 12:30 (Europe/Berlin)',
		);
	});

	it('speaks English where the receivers read different languages', () => {
		const people = [
			{ ...DANA, language: 'de' as const },
			{ name: 'Bo', email: 'bo@example.com' },
		];

		expect(briefOf({ receiver: { team: 'Delivery', people } }).text).toContain('Accepted by Dana');
	});

	it('shows a value that is missing as a dash, and takes the id where there is no title', () => {
		const brief = briefOf({
			...packetOf([{ label: 'Goals', field: 'goals', value: '' }]),
			record: { ...readyHandoff().record, title: '' },
		});

		expect(brief.subject).toBe('4711');
		expect(brief.text).toContain('Goals: –');
	});

	it('says how much of a long packet is left out, and keeps the link', () => {
		const lines = Array.from({ length: 400 }, (_, place) => ({
			label: `Line ${place}`,
			field: `line${place}`,
			value: 'long '.repeat(200),
		}));
		const brief = briefOf(packetOf(lines));

		for (const form of [
			brief.text,
			brief.markdown,
			brief.html,
			JSON.stringify(brief.slackBlocks),
		]) {
			expect(form).toMatch(/… \d+ more lines did not fit here/);
			expect(form).toContain('https://crm.example/deals/4711');
		}
		expect(brief.markdown.length).toBeLessThan(33_000);
	});
});

describe('the packet of an accepted handoff', () => {
	const packet = [
		{ label: 'Budget', field: 'amount', value: '12000' },
		{ label: 'Kick-off', field: 'kickoff', value: '2026-03-09' },
	];

	it.each`
		corrections                                                   | values
		${[]}                                                         | ${['12000', '2026-03-09']}
		${[correction('kickoff', '2026-03-16')]}                      | ${['12000', '2026-03-16']}
		${[correction('amount', '1'), correction('amount', '15000')]} | ${['15000', '2026-03-09']}
		${[correction('amount', null)]}                               | ${[null, '2026-03-09']}
		${[correction('amount', ['a', 'b'])]}                         | ${[['a', 'b'], '2026-03-09']}
	`('shows the values as they were corrected last: $values', ({ corrections, values }) => {
		expect(correctedPacket(packet, corrections).map(({ value }) => value)).toEqual(values);
	});

	it('shows at its end what was corrected and did not stand in it', () => {
		expect(correctedPacket(packet, [correction('contact', 'ana@example.com', 'Contact')])).toEqual([
			...packet,
			{ label: 'Contact', field: 'contact', value: 'ana@example.com' },
		]);
	});
});
