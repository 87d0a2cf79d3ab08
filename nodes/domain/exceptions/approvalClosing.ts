import { renderClosing } from '../page/closing';
import { fillPageText, formatLine, formatText } from '../page/format';
import type { Page, PageBasis } from '../page/model';
import { formatExpiry } from '../wording/formatTime';

/** What a page says to an approver who has nothing to decide, or nothing any more. */
export type ApprovalClosing =
	| { kind: 'granted'; label: string; until: string; asker: string }
	| { kind: 'refused'; label: string; asker: string }
	| { kind: 'alreadyGranted'; label: string; approver: string; until: string }
	| { kind: 'alreadyRefused'; label: string; approver: string; reason: string }
	| { kind: 'void'; label: string }
	| { kind: 'busy' | 'closed' | 'notYours' | 'unreadable' };

const CLOSINGS = {
	granted: { status: 200, sign: '✓', title: 'approvalGrantedTitle', text: 'approvalGrantedText' },
	refused: { status: 200, sign: '↩', title: 'approvalRefusedTitle', text: 'approvalRefusedText' },
	alreadyGranted: {
		status: 409,
		sign: 'i',
		title: 'approvalAlreadyTitle',
		text: 'approvalAlreadyGranted',
	},
	alreadyRefused: {
		status: 409,
		sign: 'i',
		title: 'approvalAlreadyTitle',
		text: 'approvalAlreadyRefused',
	},
	void: { status: 410, sign: 'i', title: 'approvalVoidTitle', text: 'approvalVoidText' },
	busy: { status: 409, sign: 'i', title: 'alreadyTitle', text: 'busyText' },
	closed: { status: 410, sign: 'i', title: 'closedTitle', text: 'closedText' },
	notYours: { status: 403, sign: 'i', title: 'notReceiverTitle', text: 'approvalNotYours' },
	unreadable: { status: 400, sign: '!', title: 'unreadableTitle', text: 'unreadableText' },
} as const satisfies Record<ApprovalClosing['kind'], object>;

/** The page that ends the visit of an approver: thanks, or why there is nothing to decide. */
export function renderApprovalClosing(basis: PageBasis, closing: ApprovalClosing): Page {
	const { status, sign, title, text } = CLOSINGS[closing.kind];
	const { wording } = basis;
	const already = closing.kind === 'alreadyGranted' || closing.kind === 'alreadyRefused';
	return renderClosing(basis, {
		...{ status, sign, title: wording[title] },
		lines: [
			fillPageText(basis, wording[text], valuesOf(basis, closing)),
			already ? wording.approvalNotCounted : '',
		],
	});
}

function valuesOf(
	{ timezone, wording }: PageBasis,
	closing: ApprovalClosing,
): Record<string, string> {
	const {
		label = '',
		asker = '',
		approver = '',
		until = '',
		reason = '',
	} = { ...NOTHING, ...closing };
	return {
		label: formatLine(label),
		asker: formatLine(asker),
		approver: formatLine(approver),
		until: formatExpiry(until, timezone, wording),
		reason: formatText(reason),
	};
}

const NOTHING: Partial<Record<'label' | 'asker' | 'approver' | 'until' | 'reason', string>> = {};
