import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { LedgerRow } from '../handoff/row';
import { ballHolder, passBall } from '../handoff/turns';
import { sealRows } from '../ledger/sealHandoff';
import { writeRow } from '../ledger/writeRow';
import { questionsIn } from '../life/questions';
import { positionOf, type Position } from '../life/position';
import { standingOf } from '../life/standing';
import { renderMessage } from '../message/renderMessage';
import { evaluateReadiness } from '../readiness/evaluateReadiness';
import { describeHandoff, openHandoff } from '../readiness/openHandoff';
import { acceptedHandoff, waivedFindings } from './acceptance';
import { askedIn } from './askedIn';
import { briefDocument } from './briefDocument';
import { expiredRows } from './expiredRows';
import type { Judging } from './seen';
import type { Due, DueStep } from './settle';
import { clocksAfter } from './stepClocks';
import { withdrawnDocument, type WhyWithdrawn } from './withdrawnDocument';

export interface Circumstances {
	now: Instant;
	/** Seals the rows; undefined when rows are not sealed. */
	key: string | undefined;
	test: boolean;
}

/** A step as it is to be kept first and told then. */
export interface Taken {
	lane: 'Ready' | 'Not Ready' | 'Accepted';
	handoff: Handoff;
	rows: LedgerRow[];
	position: Position;
}

/**
 * Works out a step that is due: the envelope with which its record leaves, by which output, and what
 * the ledger keeps of it. Nothing is kept of a step that only repeats what the ledger holds.
 */
export function takeStep(step: DueStep, circumstances: Circumstances): Taken {
	const { lane, handoff, rows } = WAYS[step.due.do](step, circumstances);
	const { handoffId } = step.seen;
	const { claim, holder, until } = step.claim;
	return {
		lane,
		handoff: {
			...handoff,
			claim: { key: claim, holder, until },
			...(circumstances.test && { test: true }),
		},
		rows,
		position: positionOf(standingOf([...step.rows, ...rows], handoffId)),
	};
}

type Way = (step: DueStep, circumstances: Circumstances) => Omit<Taken, 'position'>;

const judged: Way = (step, { now, key }) => {
	const { standing, due } = step;
	const judging = judgingOf(step);
	const before = standing.last === undefined ? {} : { previous: standing };
	const { compiled, record } = judging;
	const verdict = evaluateReadiness(compiled, record, { ...judging, ...before, now });
	const opened = openHandoff({
		...{ compiled, record, verdict, now },
		previous: standing,
		attempt: due.attempt,
	});
	const lane = due.do === 'ask' ? 'Ready' : 'Not Ready';
	const clocks = clocksAfter(step, opened, now);
	const handoff = { ...opened, ...clocks.carried };
	if (due.attempt === standing.attempt) {
		return { lane, handoff: { ...handoff, event: undefined }, rows: [] };
	}
	const replaced = replacedRow(opened, step, now);
	const expired = expiredRows(opened, step.rows, now);
	const rows = [...replaced, ...expired, opened.event, ...clocks.rows].flatMap((row) => row ?? []);
	return { lane, ...sealRows(handoff, rows, key) };
};

const withdrawn: Way = (step, { now, key }) => {
	const { standing, seen, rows } = step;
	const why: WhyWithdrawn = seen.judging === undefined ? 'recordGone' : 'notToHandOver';
	const turns = passBall(standing.turns, 'nobody', now);
	const described = describedFor(step, turns);
	const handoff: Handoff = { ...described, ballWith: ballHolder(turns) };
	handoff.message = renderMessage(
		withdrawnDocument(handoff, { why, asked: askedIn(rows, standing) }),
	);
	const event = writeRow(handoff, { type: 'handoff.withdrawn', at: now, data: { why } });
	if (standing.seal !== '') handoff.seal = standing.seal;
	const clocks = clocksAfter(step, handoff, now);
	return { lane: 'Not Ready', ...sealRows({ ...handoff, event }, [event, ...clocks.rows], key) };
};

const setUp: Way = (step, { now }) => {
	const { standing, rows, seen } = step;
	const described = describedFor(step, standing.turns);
	const handoff = acceptedHandoff(described, { standing, rows, carried: seen.carried });
	const message = renderMessage(
		briefDocument(handoff, {
			waived: waivedFindings(seen, now),
			questions: questionsIn(rows, standing),
		}),
	);
	return { lane: 'Accepted', handoff: { ...handoff, message }, rows: [] };
};

const WAYS: Record<Due['do'], Way> = { ask: judged, fix: judged, withdraw: withdrawn, setUp };

function judgingOf({ seen }: DueStep): Judging {
	if (seen.judging !== undefined) return seen.judging;
	throw new Error(`The record of handoff ${seen.handoffId} is gone and cannot be judged.`);
}

/** The envelope of the attempt at hand; of a record that is gone, the one that came back. */
function describedFor({ seen, standing }: DueStep, turns: Handoff['turns']): Handoff {
	const { judging, carried } = seen;
	const { attempt } = standing;
	if (judging !== undefined) {
		return describeHandoff(judging.compiled, judging.record, { attempt, turns });
	}
	if (carried === undefined) throw new Error(`Nothing is known of handoff ${seen.handoffId}.`);
	// What was decided before counts no more, and nothing may be set up because of it.
	const over = { decision: undefined, outcome: undefined, event: undefined, message: undefined };
	return { ...carried, attempt, turns, ...over };
}

/** What was asked or accepted about the attempt before is void from now on. */
function replacedRow(opened: Handoff, { due, standing }: DueStep, now: Instant): LedgerRow[] {
	if (!('replaces' in due) || due.replaces === undefined) return [];
	const { round, askedBy, turns } = standing;
	const replaced = { ...opened, attempt: due.replaces, turns };
	const data = { by: due.attempt, round, askedBy };
	return [
		writeRow(replaced, {
			type: 'handoff.replaced',
			at: now,
			discriminator: String(round),
			data,
		}),
	];
}
