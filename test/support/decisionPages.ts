import type { FormError } from '../../nodes/domain/page/formError';
import type { TypedDecision } from '../../nodes/domain/acceptance/formTerms';
import type { PageBasis } from '../../nodes/domain/page/model';
import type { AnswerPageModel } from '../../nodes/domain/acceptance/page/answerPage';
import type { Closing, DecisionPageModel } from '../../nodes/domain/acceptance/page/model';
import { WORDINGS } from '../../nodes/domain/language/languages';
import { say } from '../../nodes/domain/language/sentence';
import { told } from './told';

/** Mon 2 March 2026, 10:15 in Berlin. */
export const READ_AT = Date.parse('2026-03-02T09:15:00Z');

const basis: PageBasis = {
	title: 'Northwind GmbH: website relaunch',
	senderTeam: 'Sales',
	receiverTeam: 'Delivery',
	wording: WORDINGS.en,
	branding: {},
	timezone: 'Europe/Berlin',
};

/** A second attempt with everything that a page can show. */
export const fullModel: DecisionPageModel = {
	...basis,
	recordUrl: 'https://crm.example/deals/4711',
	recordSystem: 'HubSpot',
	senderName: 'Sam Sender',
	reader: { name: 'Ana Example', email: 'ana@delivery.example' },
	policy: { name: 'Sales to Delivery', version: '3' },
	attempt: 2,
	respondBy: Date.parse('2026-03-03T11:00:00Z'),
	now: READ_AT,
	packet: [
		{ label: 'Contract value', value: '€ 48,000' },
		{ label: 'Kick-off', value: '2026-03-16' },
		{ label: 'Contact', value: 'Kim Kunde\nkim@northwind.example' },
		{
			label: 'Scope',
			value:
				'Relaunch of the public website with a new shop. Migration of about 1,200 pages. Training for the editors is included, hosting is not.',
		},
		{ label: 'Out of scope', value: '' },
	],
	findings: [
		{
			requirementId: 'budget-signed',
			label: 'Signed budget',
			field: 'budget_signed',
			check: 'boolean',
			severity: 'blocker',
			...told(say('shortfallNo'), say('expectedYes')),
			seen: 'No',
			fixer: 'sender',
			howToFix: 'Ask finance for the signature.',
			waiver: {
				requirementId: 'budget-signed',
				reason: 'Signature follows with the kick-off.',
				approvedBy: 'Robin Lead',
				expiresAt: '2026-03-20T17:00:00Z',
			},
		},
		{
			requirementId: 'hosting',
			label: 'Hosting contact',
			field: 'hosting_contact',
			check: 'email',
			severity: 'warning',
			...told(say('shortfallMissing'), say('expectedEmail')),
			seen: '',
			fixer: 'Sales',
			howToFix: 'Ask the customer.',
		},
	],
	proposals: [
		{
			field: 'go_live',
			label: 'Go-live date',
			value: '2026-06-01',
			quote: 'we would love to be live by the first of June',
			source: 'Call of 24 February',
			verified: true,
		},
	],
	changes: {
		attempt: 1,
		changed: true,
		fixed: ['Kick-off date', 'Scope'],
		stillOpen: ['Hosting contact'],
		newlyOpen: [],
	},
	checklist: [
		{ id: 'scope', label: 'The scope is clear to us', required: true },
		{ id: 'dates', label: 'We can hold the kick-off date', required: true },
		{ id: 'team', label: 'A project lead is named', required: false },
	],
	returnReasons: [
		{ code: 'incomplete', label: 'Something is missing', needsNote: true },
		{ code: 'unclear', label: 'The scope is unclear', needsNote: true },
		{ code: 'capacity', label: 'We have no capacity at that time', needsNote: false },
	],
	fields: [
		{ field: 'scope', label: 'Scope' },
		{ field: 'kick_off', label: 'Kick-off date' },
		{ field: 'amount', label: 'Contract value' },
	],
	history: [
		{ at: Date.parse('2026-02-26T08:30:00Z'), text: 'Sales handed over, attempt 1' },
		{
			at: Date.parse('2026-02-27T13:05:00Z'),
			text: 'Ana Example returned it: Something is missing',
		},
		{ at: Date.parse('2026-03-02T08:00:00Z'), text: 'Sales handed over, attempt 2' },
	],
	asks: { password: true, code: true },
	correctable: [
		{
			...{ field: 'amount', label: 'Contract value', value: 48000 },
			control: { kind: 'amount', storedAs: 'number', currencies: [] },
		},
		{
			...{ field: 'kick_off', label: 'Kick-off date', value: '2026-03-16' },
			control: { kind: 'date', timezone: 'UTC', storedAs: 'day' },
		},
		{
			...{ field: 'retainer', label: 'Retainer', value: false },
			control: { kind: 'yesNo', yes: true, no: false },
		},
		{
			...{ field: 'plan', label: 'Service plan', value: 'Basic' },
			control: { kind: 'choice', options: ['Basic', 'Premium'] },
		},
		{
			...{ field: 'sites', label: 'Sites', value: ['Berlin', 'Hamburg'] },
			control: { kind: 'list', storedAs: 'list' },
		},
	],
	mayForward: true,
	questions: [
		{
			asked: 'Ana Example asked about “Scope” on Mon 2 March 2026, 09:30 (Europe/Berlin):',
			text: 'Is the hosting included?',
			answered: {
				said: 'Sam Sender answered on Mon 2 March 2026, 10:05 (Europe/Berlin):',
				text: 'No, the customer keeps their own.',
			},
		},
		{
			asked: 'Kai Example asked on Mon 2 March 2026, 10:10 (Europe/Berlin):',
			text: 'Who signs?',
			note: 'Sam Sender is to answer by Tue 3 March 2026, 10:10 (Europe/Berlin).',
		},
	],
	questionsLeft: 1,
	votes: { needed: 2, count: 1 },
	round: 2,
	nonce: 'n-4711',
	errors: [],
};

/** Only what every handoff has. */
export const bareModel: DecisionPageModel = {
	...fullModel,
	recordUrl: '',
	senderName: '',
	attempt: 1,
	packet: [],
	findings: [],
	proposals: [],
	changes: undefined,
	checklist: [],
	fields: [],
	history: [],
	asks: { password: false, code: false },
	correctable: [],
	mayForward: false,
	questions: [],
	questionsLeft: undefined,
	votes: { needed: 1, count: 0 },
};

const errors: FormError[] = [
	{ code: 'noteMissing', name: 'note.incomplete', label: 'Something is missing' },
	{ code: 'nameMissing', name: 'name', label: '' },
];
const typed: TypedDecision = {
	decision: 'return',
	name: '',
	checked: ['scope'],
	reasons: [
		{ code: 'incomplete', chosen: true, note: '', field: 'kick_off' },
		{ code: 'capacity', chosen: true, note: 'From 30 March on we could.', field: '' },
	],
	comment: 'Call me before noon.',
	forward: { name: 'Kim Example', email: 'kim@delivery.example', reason: '' },
	question: { text: '', field: '' },
	corrections: [],
};

/** The page after a return without note and name. */
export const refusedModel: DecisionPageModel = { ...fullModel, errors, typed };

/** The page after somebody asked what a corrected value makes of the handoff. */
export const correctedModel: DecisionPageModel = {
	...fullModel,
	typed: {
		...typed,
		decision: 'accept',
		corrections: [{ field: 'amount', texts: { texts: ['52000'], currency: '' } }],
	},
	corrected: {
		corrections: [{ label: 'Contract value', from: 48000, to: 52000 }],
		ready: false,
		open: [{ label: 'Purchase order', ...told() }],
	},
};

/** The page on which somebody of the sending side answers a question. */
export const answerModel: AnswerPageModel = {
	...basis,
	question: {
		asked: 'Kai Example asked on Mon 2 March 2026, 10:10 (Europe/Berlin):',
		text: 'Who signs?',
	},
	earlier: fullModel.questions.slice(0, 1),
	askedBy: 'Kai Example',
	answerBy: Date.parse('2026-03-03T09:10:00Z'),
	now: READ_AT,
	packet: fullModel.packet,
	errors: [],
};

/** The same after nothing was typed. */
export const refusedAnswer: AnswerPageModel = {
	...answerModel,
	errors: [{ code: 'answerMissing', name: 'answer', label: '' }],
};

export const closingBasis = basis;

export const CLOSINGS: Closing[] = [
	{ kind: 'accepted' },
	{ kind: 'accepted', corrected: correctedModel.corrected },
	{ kind: 'returned' },
	{ kind: 'already', by: { name: 'Kai Example', decision: 'accepted', at: READ_AT } },
	{ kind: 'already', by: { name: 'Kai Example', decision: 'returned', at: READ_AT } },
	{ kind: 'already' },
	{ kind: 'busy' },
	{ kind: 'forwarded', name: 'Kim Example' },
	{ kind: 'voted', needed: 3, count: 2 },
	{ kind: 'asked', name: 'Sam Sender', due: READ_AT },
	{ kind: 'answered' },
	{ kind: 'alreadyAnswered' },
	{ kind: 'answerLate', name: 'Ana Example' },
	{ kind: 'notYet' },
	{ kind: 'closed' },
	{ kind: 'notReceiver' },
	{ kind: 'unreadable' },
];
