import { z } from 'zod';
import { formatInstant } from '../base/instant';
import type { AskedHandoff } from '../handoff/askedHandoff';
import { correctionSchema } from '../handoff/correction';
import { decisionSchema, type Decision, type Forward } from '../handoff/decision';
import { instantOf, numberOf, readCells, textOf, type Cells } from '../ledger/cells';
import { openObject, openReasons } from '../ledger/openCell';
import { questionsIn } from '../life/questions';
import { toldAt } from './milestones';
import { earlierCorrections } from './rejudge';

/** What somebody did about a question, as its ledger row holds it. */
interface Recorded {
	type: string;
	cells: Cells;
	data: Readonly<Record<string, unknown>>;
	at: string;
}

/**
 * The question with what the ledger knows of it: who accepted, who handed it on, what was
 * asked, who was reminded when. What the execution remembers may be older than that: n8n goes on from what it had read when a
 * form came in.
 */
export function withRecorded(handoff: AskedHandoff, rows: readonly unknown[]): AskedHandoff {
	const recorded = readRecorded(handoff, rows);
	const of = (type: string) => recorded.filter((row) => row.type === type);
	const votes = of('handoff.voted').flatMap(readDecision);
	const forwards = of('handoff.forwarded').flatMap(readForward);
	const reminded = of('handoff.reminded').map(({ data, at }) => ({
		id: textOf(data.milestone),
		at,
	}));
	const request = reminded.reduce(
		(told, { id, at }) => toldAt(told, id, Date.parse(at)),
		handoff.request,
	);
	const firedMilestones = [...new Set(reminded.map(({ id }) => id))];
	const { id: handoffId, attempt } = handoff;
	const { round, askedBy = '' } = request;
	const questions = questionsIn(rows, { handoffId, attempt, round, askedBy });
	return { ...handoff, request: { ...request, votes, forwards, questions, firedMilestones } };
}

/** The decision that ended a question, as the ledger holds it, with this person's corrections alone. */
export function recordedDecision(
	handoff: AskedHandoff,
	rows: readonly unknown[],
): Decision | undefined {
	const [decision] = readRecorded(handoff, rows)
		.filter(({ type }) => type === 'handoff.accepted' || type === 'handoff.returned')
		.flatMap(readDecision);
	if (decision?.corrections === undefined) return decision;
	const earlier = earlierCorrections(withRecorded(handoff, rows));
	return { ...decision, corrections: decision.corrections.slice(earlier.length) };
}

/** The rows of this very question, oldest first, each once. */
function readRecorded(
	{ id, attempt, request }: AskedHandoff,
	rows: readonly unknown[],
): Recorded[] {
	const found = new Map<string, Recorded>();
	for (const row of rows) {
		const cells = readCells(row);
		if (cells === undefined || textOf(cells.handoffId) !== id) continue;
		const at = instantOf(cells.at);
		const data = openObject(cells.data).content;
		if (numberOf(cells.attempt) !== attempt || at === undefined) continue;
		if (numberOf(data.round) !== request.round || data.askedBy !== request.askedBy) continue;
		const type = textOf(cells.type);
		found.set(textOf(cells.eventId), { type, cells, data, at: formatInstant(at) });
	}
	return [...found.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

const byOf = ({ cells, data }: Recorded) => ({
	name: textOf(data.by),
	email: textOf(cells.actor),
	proof: textOf(cells.proof),
});

const KINDS: Readonly<Record<string, Decision['kind']>> = {
	'handoff.voted': 'accepted',
	'handoff.accepted': 'accepted',
	'handoff.returned': 'returned',
};

const correctionsSchema = z.array(correctionSchema).optional().catch(undefined);

function readDecision(row: Recorded): Decision[] {
	const { type, cells, data, at } = row;
	const corrections = correctionsSchema.parse(data.corrections);
	const read = decisionSchema.safeParse({
		kind: KINDS[type],
		by: byOf(row),
		at,
		checklist: data.checklist ?? [],
		reasons: openReasons(cells.reasons).content,
		...(typeof data.comment === 'string' ? { comment: data.comment } : {}),
		...(corrections === undefined ? {} : { corrections }),
	});
	return read.success ? [read.data] : [];
}

const toSchema = z.object({ name: z.string(), email: z.string() });

function readForward(row: Recorded): Forward[] {
	const to = toSchema.safeParse(row.data.to);
	const by = decisionSchema.shape.by.safeParse(byOf(row));
	if (!to.success || !by.success) return [];
	return [{ by: by.data, to: to.data, reason: textOf(row.data.reason), at: row.at }];
}
