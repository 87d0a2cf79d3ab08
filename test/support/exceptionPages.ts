import type { ApprovalPageModel } from '../../nodes/domain/exceptions/approvalModel';
import type { ExceptionFieldsModel } from '../../nodes/domain/exceptions/exceptionFields';
import type { Handoff } from '../../nodes/domain/handoff/envelope';
import type { AskedException, ExceptionTerms } from '../../nodes/domain/handoff/exception';
import type { Finding } from '../../nodes/domain/handoff/verdict';
import { WORDINGS } from '../../nodes/domain/language/languages';
import { readyHandoff } from './handoffs';
import { told } from './told';

/** Mon 2026-03-02 10:00 in Berlin. */
export const MONDAY = Date.parse('2026-03-02T09:00:00Z');

export const SAM = { name: 'Sam Seller', email: 'sam@example.com' };
export const LEE = { name: 'Lee Head', email: 'lee@example.com' };
export const CORA = { name: 'Cora Chief', email: 'cora@example.com' };

export const TERMS: ExceptionTerms = {
	allowed: ['po'],
	maxDays: 30,
	approvers: [LEE, CORA, { name: 'The board', email: '' }],
	placeholders: ['folgt'],
};

export const PURCHASE_ORDER: Finding = {
	requirementId: 'po',
	label: 'Purchase order',
	field: 'po',
	check: 'present',
	severity: 'blocker',
	...told(),
	seen: 'follows',
	fixer: 'sender',
	howToFix: 'Ask the client for it.',
};
export const AMOUNT: Finding = {
	...PURCHASE_ORDER,
	...{ requirementId: 'amount', label: 'Amount', field: 'amount', seen: '17.5' },
};

/** A handoff that lacks an amount and a purchase order; only the latter may be waived. */
export const lackingHandoff = (different: Partial<Handoff> = {}): Handoff => {
	const ready = readyHandoff();
	return {
		...ready,
		verdict: ready.verdict && {
			...ready.verdict,
			ready: false,
			findings: [PURCHASE_ORDER, AMOUNT],
		},
		agreed: {
			...ready.agreed,
			fields: [
				{ id: 'po', field: 'po', label: 'Purchase order' },
				{ id: 'amount', field: 'amount', label: 'Amount' },
			],
			exceptions: TERMS,
		},
		...different,
	};
};

export const ASKED: AskedException = {
	requirementId: 'po',
	times: 1,
	reason: 'The client sends it in April.',
	expiresAt: '2026-03-20',
	by: SAM,
	approvers: [LEE.email, CORA.email],
	at: '2026-03-02T09:00:00.000Z',
};

const basis = {
	title: 'Website for Acme',
	senderTeam: 'Sales',
	receiverTeam: 'Delivery',
	wording: WORDINGS.en,
	branding: {},
	timezone: 'Europe/Berlin',
	errors: [],
	now: MONDAY,
};

export const fieldsModel: ExceptionFieldsModel = {
	...basis,
	...{ terms: TERMS, asker: SAM.email, kept: [], wanted: [] },
};

export const approvalPageModel: ApprovalPageModel = {
	...basis,
	recordUrl: 'https://crm.example/deals/4711',
	recordSystem: 'hubspot',
	policy: { name: 'Sales to Delivery', version: '3' },
	gap: PURCHASE_ORDER,
	asked: ASKED,
	maxDays: 30,
	reader: LEE,
};

/** What a reader sees, without the markup. */
export const textOf = (html: string): string =>
	html
		.replace(/<style>.*<\/style>/s, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');
