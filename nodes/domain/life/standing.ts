import { z } from 'zod';
import { formatInstant } from '../base/instant';
import { turnSchema, type Turn } from '../handoff/turns';
import { instantOf, textOf } from '../ledger/cells';
import { newestSeal } from '../ledger/newestSeal';
import { inTime, lifeRowsOf, readOwnRows, type LifeRow, type OwnRow } from './lifeRow';
import { newPosition, type Position } from './position';
import { mayFollow, PASSAGES, type LifeRowType, type Step } from './steps';

/** Where a handoff stands, and what its next step goes on from. */
export interface Standing extends Position {
	/** What happened last to the handoff itself, clocks apart, and when; absent when nothing did. */
	last?: { type: LifeRowType; at: string };
	/** When the gate first judged this attempt; empty when no row says so. */
	judgedAt: string;
	/** Whether the gate let this attempt pass. */
	ready: boolean;
	/** The requirements that were open in this attempt. */
	open: string[];
	turns: Turn[];
	/** The newest seal, on which the next row follows; empty when rows are not sealed. */
	seal: string;
	/** How often this attempt was put before the receiving team. */
	round: number;
	/** Who asked last, as the holder of a claim; empty when nobody did, or did not say. */
	askedBy: string;
	/** Who has accepted the question that is out, each once, where several must. */
	votes: string[];
}

/**
 * Reads the rows of one handoff and says where it stands.
 *
 * The newest attempt counts, whatever happens to earlier ones afterwards, except that one of them is
 * set up. A row that may not follow where the handoff stands says nothing.
 *
 * @param rows rows the way a store gives them back, in any order and more than once; rows of other
 * handoffs and what is no ledger row are passed over
 */
export function standingOf(rows: readonly unknown[], handoffId: string): Standing {
	const own = readOwnRows(rows, handoffId);
	const life = lifeRowsOf(own);
	const newest = life.at(-1);
	const attempt = newest?.attempt ?? 0;
	const standing: Standing = {
		...newPosition(handoffId, newest?.policyId ?? ''),
		attempt,
		judgedAt: '',
		ready: false,
		open: [],
		turns: turnsOf(own),
		seal: newestSeal(inTime(own)),
		...NEVER_ASKED,
	};
	for (const row of life) {
		if (row.attempt === attempt || row.type === 'handoff.done') follow(standing, row);
	}
	return standing;
}

const NEVER_ASKED = { round: 0, askedBy: '', votes: [] };

/** Moves a standing on by one row, if the row may follow. */
function follow(standing: Standing, row: LifeRow): void {
	const { type } = row;
	if (!mayFollow(standing.step, type) || !isOfItsQuestion(standing, row)) return;
	const at = formatInstant(row.at);
	standing.last = { type, at };
	if (type === 'handoff.voted') standing.votes = withVoter(standing.votes, row.actor);
	if (type.startsWith('question.')) moveEnd(standing, row);
	const to = stepAfter(row);
	if (to === undefined) return;
	standing.step = to;
	standing.since = at;
	standing.closesAt = '';
	if (type === 'handoff.evaluated') judge(standing, row);
	else if (type === 'handoff.requested') ask(standing, row);
}

const OF_A_QUESTION: ReadonlySet<string> = new Set<LifeRowType>([
	'handoff.reminded',
	'handoff.forwarded',
	'handoff.voted',
	'question.asked',
	'question.reminded',
	'question.answered',
	'question.unanswered',
	'handoff.accepted',
	'handoff.returned',
	'handoff.unanswered',
	'handoff.replaced',
]);

/** Whether a row belongs to the question that is out, and not to one that was asked before it. */
function isOfItsQuestion({ round, askedBy }: Standing, { type, data, ...row }: LifeRow): boolean {
	if (!OF_A_QUESTION.has(type)) return true;
	const by = textOf(data.askedBy);
	return (row.round === round || round === 0) && (by === '' || askedBy === '' || by === askedBy);
}

const stepAfter = (row: LifeRow): Step | undefined =>
	row.type === 'handoff.evaluated' && !letPass(row) ? 'incomplete' : toOf(row.type);

function toOf(type: LifeRowType): Step | undefined {
	const passage = PASSAGES[type];
	return 'to' in passage ? passage.to : undefined;
}

/** Rows of earlier versions do not say it: then the verdict and the mode do. */
function letPass({ data }: LifeRow): boolean {
	if (typeof data.passes === 'boolean') return data.passes;
	return data.ready === true || data.mode === 'warn' || data.mode === 'shadow';
}

function judge(standing: Standing, row: LifeRow): void {
	standing.judgedAt ||= formatInstant(row.at);
	standing.ready = letPass(row);
	standing.fingerprint = textOf(row.data.digest);
	standing.open = textsOf(row.data.open);
}

function ask(standing: Standing, { data, round }: LifeRow): void {
	const closesAt = instantOf(data.closesAt);
	standing.closesAt = closesAt === undefined ? '' : formatInstant(closesAt);
	standing.fingerprint = textOf(data.fingerprint) || standing.fingerprint;
	standing.askedBy = textOf(data.askedBy);
	standing.round = round;
	standing.votes = [];
}

/** A request ends later by the time that it stood while a question was open, and never earlier. */
function moveEnd(standing: Standing, { data }: LifeRow): void {
	const closesAt = instantOf(data.closesAt) ?? 0;
	if (closesAt > Date.parse(standing.closesAt)) standing.closesAt = formatInstant(closesAt);
}

/** The voters with one more; people are told apart by their addresses. */
export const withVoter = (votes: readonly string[], voter: string): string[] => [
	...new Set([...votes, voter.trim().toLowerCase()]),
];

const textsOf = (list: unknown): string[] =>
	Array.isArray(list) ? list.filter((text): text is string => typeof text === 'string') : [];

const turnsSchema = z.array(turnSchema).catch([]);

function turnsOf(rows: readonly OwnRow[]): Turn[] {
	const turns = inTime(rows).at(-1)?.data.turns;
	return turns === undefined ? [] : turnsSchema.parse(turns);
}
