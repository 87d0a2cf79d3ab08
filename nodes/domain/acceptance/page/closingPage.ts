import { writeSentCorrections } from './correctedSections';
import type { Page, PageBasis } from '../../page/model';
import type { Closing } from './model';
import { formatLine, fillPageText } from '../../page/format';
import { formatTime } from '../../wording/formatTime';
import { renderClosing } from '../../page/closing';

/** What a closing page consists of, for each kind: which texts, which sign, which status. */
const CLOSINGS = {
	accepted: { status: 200, sign: '✓', title: 'acceptedTitle', text: 'acceptedText' },
	returned: { status: 200, sign: '↩', title: 'returnedTitle', text: 'returnedText' },
	already: { status: 409, sign: 'i', title: 'alreadyTitle', text: 'alreadyText' },
	busy: { status: 409, sign: 'i', title: 'alreadyTitle', text: 'busyText' },
	forwarded: { status: 200, sign: '→', title: 'forwardedTitle', text: 'forwardedText' },
	voted: { status: 200, sign: '✓', title: 'votedTitle', text: 'votedText' },
	asked: { status: 200, sign: '?', title: 'askedTitle', text: 'askedText' },
	answered: { status: 200, sign: '✓', title: 'answeredTitle', text: 'answeredText' },
	alreadyAnswered: {
		status: 409,
		sign: 'i',
		title: 'alreadyAnsweredTitle',
		text: 'alreadyAnsweredText',
	},
	answerLate: { status: 410, sign: 'i', title: 'answerLateTitle', text: 'answerLateText' },
	notYet: { status: 200, sign: 'i', title: 'notYetTitle', text: 'notYetText' },
	closed: { status: 410, sign: 'i', title: 'closedTitle', text: 'closedText' },
	notReceiver: { status: 403, sign: 'i', title: 'notReceiverTitle', text: 'notReceiverText' },
	unreadable: { status: 400, sign: '!', title: 'unreadableTitle', text: 'unreadableText' },
} as const satisfies Record<Closing['kind'], object>;

function formatDecider(basis: PageBasis, closing: Closing): string {
	if (closing.kind !== 'already' || closing.by === undefined) return '';
	const { name, decision, at } = closing.by;
	const { wording, timezone } = basis;
	return fillPageText(
		basis,
		decision === 'accepted' ? wording.alreadyAccepted : wording.alreadyReturned,
		{
			name: formatLine(name),
			at: formatTime(at, timezone, wording),
		},
	);
}

/** What the text of a closing page says besides the title and the teams. */
function valuesOf(basis: PageBasis, closing: Closing): Record<string, string | number> {
	if (closing.kind === 'voted') return { needed: closing.needed, count: closing.count };
	if (!('name' in closing)) return {};
	const name = formatLine(closing.name);
	if (closing.kind !== 'asked') return { name };
	return { name, due: formatTime(closing.due, basis.timezone, basis.wording) };
}

/**
 * The page that ends a visit: thanks, or why there is nothing to decide, without a form. Stands on
 * its own when n8n sends it with headers of its own.
 */
export function renderClosingPage(basis: PageBasis, closing: Closing): Page {
	const { status, sign, title, text } = CLOSINGS[closing.kind];
	const { wording } = basis;
	const who = formatDecider(basis, closing);
	return renderClosing(basis, {
		...{ status, sign, title: wording[title] },
		lines: [who, fillPageText(basis, wording[text], valuesOf(basis, closing))],
		more: closing.kind === 'accepted' && writeSentCorrections(basis, closing.corrected),
	});
}
