import { sayInstant } from '../base/instant';
import { readMoment, readText, readTexts, type LedgerEvent } from '../ledger/ledgerEvent';
import { listWords, saySpan } from './say';

interface Told {
	said: string;
	details: string[];
}

interface Listener {
	timezone: string;
	/** Whether people may be named, and their own words repeated. */
	people?: boolean;
}

type Tell = (event: LedgerEvent, listener: Listener) => Told;

const plain = (said: string): Told => ({ said, details: [] });

/** Each type of step in words. */
const TELL: Record<LedgerEvent['type'], Tell> = {
	'handoff.evaluated': tellLook,
	'handoff.requested': (event, listener) => ({
		said: `${event.receivingTeam} was asked to accept.`,
		details: [
			...sayDue(event, { name: 'respondBy', label: 'Answer due', listener }),
			...(listener.people ? sayList('Asked', readTexts(event, 'receivers')) : []),
		],
	}),
	'handoff.reminded': (event, listener) => ({
		said: `${event.receivingTeam} was reminded.`,
		details: sayDue(event, { name: 'dueAt', label: 'Milestone', listener }),
	}),
	'handoff.forwarded': (event, listener) => ({
		said: `Somebody of ${event.receivingTeam} handed the question on${sayWho(event, listener)}.`,
		details: [],
	}),
	'handoff.voted': (event, listener) => ({
		said: `One of ${event.receivingTeam} accepted${sayWho(event, listener)}; more are needed.`,
		details: [],
	}),
	'handoff.accepted': (event, listener) => ({
		said: `${event.receivingTeam} accepted${sayWho(event, listener)}.`,
		details: sayComment(event, listener),
	}),
	'handoff.returned': (event, listener) => ({
		said: `${event.receivingTeam} returned it to ${event.sendingTeam}${sayWho(event, listener)}.`,
		details: [...sayReasons(event, listener), ...sayComment(event, listener)],
	}),
	'handoff.unanswered': ({ receivingTeam }) =>
		plain(`Nobody of ${receivingTeam} answered. It is not accepted.`),
	'handoff.replaced': ({ receivingTeam }) =>
		plain(`The record changed. What ${receivingTeam} was asked before counts no more.`),
	'handoff.withdrawn': ({ receivingTeam }) =>
		plain(`It is not to be handed over to ${receivingTeam} any more.`),
	'handoff.done': ({ receivingTeam }) => plain(`The work of ${receivingTeam} is set up.`),
	'sla.started': (event, listener) => tellClock(event, 'started', listener),
	'sla.passed': (event, listener) => ({
		said: `The ball went to ${teamOf(event, readText(event, 'to'))}.`,
		details: sayDue(event, { name: 'deadline', label: 'Due', listener }),
	}),
	'sla.revised': (event, listener) => tellClock(event, 'was agreed anew', listener),
	'sla.milestoneReached': (event, listener) => tellClock(event, 'reached a milestone', listener),
	'sla.met': (event, listener) => tellClock(event, 'was met', listener),
	'sla.breached': (event, listener) => tellClock(event, 'ran out', listener),
	'requirement.waived': (event) => ({
		said: 'A requirement was waived.',
		details: sayList('Field', event.fields),
	}),
};

/** Tells one step in words, without people unless they may be named. */
export const tellStep = (event: LedgerEvent, listener: Listener): Told =>
	TELL[event.type](event, listener);

function tellLook(event: LedgerEvent): Told {
	const { fields, sendingTeam, attempt } = event;
	const ready = event.data.ready === true;
	const times = attempt === 1 ? '' : ` on attempt ${attempt}`;
	if (ready) {
		return {
			said: `The gate found it ready${times}.`,
			details: sayList('Still worth a look', fields),
		};
	}
	const mode = readText(event, 'mode');
	const went = mode === 'warn' || mode === 'shadow' ? ', and let it pass with a note' : '';
	return {
		said: `The gate found it not ready${times}${went}.`,
		details: sayList(`For ${sendingTeam} to fix`, fields),
	};
}

function tellClock(event: LedgerEvent, verb: string, listener: Listener): Told {
	const name = readText(event, 'clock') ?? 'sla';
	const used = event.data.elapsedMinutes;
	return {
		said: `The clock “${name}” ${verb}.`,
		details: [
			...sayDue(event, { name: 'deadline', label: 'Deadline', listener }),
			...(typeof used === 'number' && used > 0 ? [`Used: ${saySpan(used)}`] : []),
		],
	};
}

const teamOf = ({ sendingTeam, receivingTeam }: LedgerEvent, side: string | undefined): string =>
	side === 'sender' ? sendingTeam : side === 'receiver' ? receivingTeam : 'nobody';

const sayWho = ({ actor }: LedgerEvent, { people }: Listener): string =>
	people && actor !== '' ? ` (${actor})` : '';

const sayComment = (event: LedgerEvent, { people }: Listener): string[] => {
	const comment = people ? readText(event, 'comment') : undefined;
	return comment === undefined ? [] : [`“${comment}”`];
};

const sayReasons = ({ reasons }: LedgerEvent, { people }: Listener): string[] =>
	reasons.map(({ label, field, note }) =>
		[label, field && `(${field})`, people && note !== '' && `– ${note}`].filter(Boolean).join(' '),
	);

const sayList = (label: string, words: readonly string[] | undefined): string[] =>
	words === undefined || words.length === 0 ? [] : [`${label}: ${listWords(words)}`];

function sayDue(
	event: LedgerEvent,
	{ name, label, listener }: { name: string; label: string; listener: Listener },
): string[] {
	const due = readMoment(event, name);
	return due === undefined ? [] : [`${label}: ${sayInstant(due, listener.timezone)}`];
}
