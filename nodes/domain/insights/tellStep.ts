import { formatInstantInZone } from '../base/instant';
import { meaningOf } from '../handoff/rowData';
import type { Side } from '../handoff/turns';
import { instantOf } from '../ledger/cells';
import {
	isClockEvent,
	type ClockEvent,
	type LedgerEvent,
	type LedgerEventOf,
} from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
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

const plain = (said: string): Told => ({ said, details: [] });

/** Tells one step in words, without people unless they may be named. */
export function tellStep(event: LedgerEvent, listener: Listener): Told {
	const { type, receivingTeam } = event;
	switch (event.type) {
		case 'handoff.evaluated':
			return tellLook(event);
		case 'handoff.requested':
			return tellRequest(event, listener);
		case 'handoff.reminded': {
			const details = sayDue('Milestone', openData(event).dueAt, listener);
			return { said: `${receivingTeam} was reminded.`, details };
		}
		case 'handoff.forwarded':
			return plain(
				`Somebody of ${receivingTeam} handed the question on${sayWho(event, listener)}.`,
			);
		case 'handoff.voted':
			return plain(`One of ${receivingTeam} accepted${sayWho(event, listener)}; more are needed.`);
		case 'handoff.accepted':
		case 'handoff.returned':
			return tellDecision(event, listener);
		case 'handoff.unanswered':
			return plain(`Nobody of ${receivingTeam} answered. It is not accepted.`);
		case 'handoff.replaced':
			return plain(`The record changed. What ${receivingTeam} was asked before counts no more.`);
		case 'handoff.withdrawn':
			return plain(`It is not to be handed over to ${receivingTeam} any more.`);
		case 'handoff.done':
			return plain(`The work of ${receivingTeam} is set up.`);
		case 'requirement.waived':
			return { said: 'A requirement was waived.', details: sayList('Field', event.fields) };
		default:
			return isClockEvent(event) ? tellClock(event, listener) : plain(`${meaningOf(type)}.`);
	}
}

function tellLook(event: LedgerEventOf<'handoff.evaluated'>): Told {
	const { fields, sendingTeam, attempt } = event;
	const { ready = false, mode } = openData(event);
	const times = attempt === 1 ? '' : ` on attempt ${attempt}`;
	if (ready) {
		return {
			said: `The gate found it ready${times}.`,
			details: sayList('Still worth a look', fields),
		};
	}
	const went = mode === 'warn' || mode === 'shadow' ? ', and let it pass with a note' : '';
	return {
		said: `The gate found it not ready${times}${went}.`,
		details: sayList(`For ${sendingTeam} to fix`, fields),
	};
}

function tellRequest(event: LedgerEventOf<'handoff.requested'>, listener: Listener): Told {
	const { respondBy, receivers } = openData(event);
	return {
		said: `${event.receivingTeam} was asked to accept.`,
		details: [
			...sayDue('Answer due', respondBy, listener),
			...(listener.people ? sayList('Asked', receivers) : []),
		],
	};
}

function tellDecision(
	event: LedgerEventOf<'handoff.accepted' | 'handoff.returned'>,
	listener: Listener,
): Told {
	const { sendingTeam, receivingTeam, type } = event;
	const did = type === 'handoff.accepted' ? 'accepted' : `returned it to ${sendingTeam}`;
	const comment = listener.people ? openData(event).comment : undefined;
	return {
		said: `${receivingTeam} ${did}${sayWho(event, listener)}.`,
		details: [...sayReasons(event, listener), ...(comment === undefined ? [] : [`“${comment}”`])],
	};
}

const CLOCK_VERBS: Partial<Record<ClockEvent['type'], string>> = {
	'sla.started': 'started',
	'sla.revised': 'was agreed anew',
	'sla.milestoneReached': 'reached a milestone',
	'sla.met': 'was met',
	'sla.breached': 'ran out',
};

function tellClock(event: ClockEvent, listener: Listener): Told {
	const { clock = 'sla', deadline, elapsedMinutes = 0 } = openData(event);
	if (event.type === 'sla.passed') {
		const said = `The ball went to ${teamOf(event, openData(event).to)}.`;
		return { said, details: sayDue('Due', deadline, listener) };
	}
	return {
		said: `The clock “${clock}” ${CLOCK_VERBS[event.type] ?? 'changed'}.`,
		details: [
			...sayDue('Deadline', deadline, listener),
			...(elapsedMinutes > 0 ? [`Used: ${saySpan(elapsedMinutes)}`] : []),
		],
	};
}

const teamOf = ({ sendingTeam, receivingTeam }: LedgerEvent, side: Side | undefined): string =>
	side === 'sender' ? sendingTeam : side === 'receiver' ? receivingTeam : 'nobody';

const sayWho = ({ actor }: LedgerEvent, { people }: Listener): string =>
	people && actor !== '' ? ` (${actor})` : '';

const sayReasons = ({ reasons }: LedgerEvent, { people }: Listener): string[] =>
	reasons.map(({ label, field, note }) =>
		[label, field && `(${field})`, people && note !== '' && `– ${note}`].filter(Boolean).join(' '),
	);

const sayList = (label: string, words: readonly string[] | undefined): string[] =>
	words === undefined || words.length === 0 ? [] : [`${label}: ${listWords(words)}`];

function sayDue(label: string, moment: string | undefined, { timezone }: Listener): string[] {
	const due = instantOf(moment);
	return due === undefined ? [] : [`${label}: ${formatInstantInZone(due, timezone)}`];
}
