import { meaningOf, type LedgerEventType } from '../handoff/rowData';
import type { Side } from '../handoff/turns';
import {
	isClockEvent,
	type ClockEvent,
	type LedgerEvent,
	type LedgerEventOf,
} from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import {
	formatActor,
	formatDue,
	formatList,
	formatReasons,
	type EventText,
	type TimelineReader,
} from './eventDetails';
import { formatQuestion, isQuestionEvent } from './formatQuestion';
import { formatException } from './formatException';
import { formatHoursAndMinutes } from './formatFigures';

const plain = (said: string): EventText => ({ said, details: [] });

/** What happened, in words, without people unless they may be named. */
export function formatEvent(event: LedgerEvent, reader: TimelineReader): EventText {
	if (isClockEvent(event)) return formatClock(event, reader);
	if (isQuestionEvent(event)) return formatQuestion(event, reader);
	const { type, receivingTeam } = event;
	switch (event.type) {
		case 'handoff.evaluated':
			return formatEvaluation(event);
		case 'handoff.requested':
			return formatRequest(event, reader);
		case 'handoff.reminded': {
			const details = formatDue('Milestone', openData(event).dueAt, reader);
			return { said: `${receivingTeam} was reminded.`, details };
		}
		case 'handoff.forwarded':
		case 'handoff.voted':
			return plain(formatInterim(event, formatActor(event, reader)));
		case 'handoff.accepted':
		case 'handoff.returned':
			return formatDecision(event, reader);
		case 'waiver.asked':
		case 'requirement.waived':
		case 'waiver.refused':
			return formatException(event, reader);
		default:
			return plain(ENDS[type]?.(receivingTeam) ?? `${meaningOf(type)}.`);
	}
}

const ENDS: Partial<Record<LedgerEventType, (team: string) => string>> = {
	'handoff.unanswered': (team) => `Nobody of ${team} answered. It is not accepted.`,
	'handoff.replaced': (team) => `The record changed. What ${team} was asked before counts no more.`,
	'handoff.withdrawn': (team) => `It is not to be handed over to ${team} any more.`,
	'handoff.done': (team) => `The work of ${team} is set up.`,
};

const formatInterim = ({ type, receivingTeam: team }: LedgerEvent, who: string): string =>
	type === 'handoff.voted'
		? `One of ${team} accepted${who}; more are needed.`
		: `Somebody of ${team} handed the question on${who}.`;

function formatEvaluation(event: LedgerEventOf<'handoff.evaluated'>): EventText {
	const { fields, sendingTeam, attempt } = event;
	const { ready = false, mode } = openData(event);
	const times = attempt === 1 ? '' : ` on attempt ${attempt}`;
	if (ready) {
		return {
			said: `The gate found it ready${times}.`,
			details: formatList('Still worth a look', fields),
		};
	}
	const went = mode === 'warn' || mode === 'shadow' ? ', and let it pass with a note' : '';
	return {
		said: `The gate found it not ready${times}${went}.`,
		details: formatList(`For ${sendingTeam} to fix`, fields),
	};
}

function formatRequest(
	event: LedgerEventOf<'handoff.requested'>,
	reader: TimelineReader,
): EventText {
	const { respondBy, receivers } = openData(event);
	return {
		said: `${event.receivingTeam} was asked to accept.`,
		details: [
			...formatDue('Answer due', respondBy, reader),
			...(reader.people ? formatList('Asked', receivers) : []),
		],
	};
}

function formatDecision(
	event: LedgerEventOf<'handoff.accepted' | 'handoff.returned'>,
	reader: TimelineReader,
): EventText {
	const { sendingTeam, receivingTeam, type } = event;
	const did = type === 'handoff.accepted' ? 'accepted' : `returned it to ${sendingTeam}`;
	const comment = reader.people ? openData(event).comment : undefined;
	return {
		said: `${receivingTeam} ${did}${formatActor(event, reader)}.`,
		details: [...formatReasons(event, reader), ...(comment === undefined ? [] : [`“${comment}”`])],
	};
}

const CLOCK_VERBS: Partial<Record<ClockEvent['type'], string>> = {
	'sla.started': 'started',
	'sla.revised': 'was agreed anew',
	'sla.milestoneReached': 'reached a milestone',
	'sla.met': 'was met',
	'sla.stopped': 'was stopped',
	'sla.breached': 'ran out',
};

function formatClock(event: ClockEvent, reader: TimelineReader): EventText {
	const { clock = 'sla', deadline, elapsedMinutes = 0 } = openData(event);
	if (event.type === 'sla.passed') {
		const said = `The ball went to ${teamOf(event, openData(event).to)}.`;
		return { said, details: formatDue('Due', deadline, reader) };
	}
	return {
		said: `The clock “${clock}” ${CLOCK_VERBS[event.type] ?? 'changed'}.`,
		details: [
			...formatDue('Deadline', deadline, reader),
			...(elapsedMinutes > 0 ? [`Used: ${formatHoursAndMinutes(elapsedMinutes)}`] : []),
		],
	};
}

const teamOf = ({ sendingTeam, receivingTeam }: LedgerEvent, side: Side | undefined): string =>
	side === 'sender' ? sendingTeam : side === 'receiver' ? receivingTeam : 'nobody';
