import type { Agreed, Handoff } from '../handoff/envelope';
import type { Instant } from '../base/instant';
import type { Standing } from '../life/standing';
import { renderMessage } from '../message/renderMessage';
import { calendarsFor } from '../time/calendars';
import { targetsFor } from '../time/target';
import { ballHolder, passBall } from '../handoff/turns';
import type { CompiledPolicy } from './compilePolicy';
import { resolveReceiver } from './resolveReceiver';
import { fixingTerms } from './fixingTerms';
import { correctionTerms } from './correctionTerms';
import { exceptionTerms } from './exceptionTerms';
import { resolveFixers } from './fixers';
import { readPacket } from './packet';
import { letsPass, openFindings, openRequirements } from './evaluateReadiness';
import { buildFixList } from './fixList';
import { handoffIdOf } from './handoffId';
import { recordEvaluation } from './recordEvaluation';
import type { Verdict } from '../handoff/verdict';

interface Opening {
	compiled: CompiledPolicy;
	record: unknown;
	verdict: Verdict;
	/** Where the handoff stands by the ledger, when that is known. */
	previous?: Standing;
	/** Which attempt it is, when that is decided; otherwise it is counted. */
	attempt?: number;
	now: Instant;
}

/**
 * Puts a verdict and all that the next steps need into the envelope: who hands what to whom, on
 * which attempt, who has the ball from now on, what was agreed, and the ledger row of this step.
 *
 * The attempt counts up when anything that the policy reads or shows has changed since the one
 * before, and when nobody answered that one; the same record looked at twice stays the same attempt.
 */
export function openHandoff(opening: Opening): Handoff {
	const { compiled, record, verdict, previous, now } = opening;
	const attempt = opening.attempt ?? countAttempt(verdict, previous);
	const side = letsPass(verdict) ? 'receiver' : 'sender';
	const turns = passBall(previous?.turns ?? [], side, now);
	const handoff = describeHandoff(compiled, record, { attempt, turns, verdict });
	if (previous !== undefined && previous.seal !== '') handoff.seal = previous.seal;
	if (!verdict.ready || openRequirements(verdict.findings).length > 0) {
		handoff.message = renderMessage(buildFixList(handoff, verdict, compiled.policy.requirements));
	}
	const at = firstLook(attempt, previous, now);
	handoff.event = recordEvaluation(handoff, verdict, { compiled, record, now, at });
	return handoff;
}

/** The row of a second look at the same attempt stays where the first one put it. */
const firstLook = (attempt: number, previous: Standing | undefined, now: Instant): Instant =>
	previous?.attempt === attempt && previous.judgedAt !== '' ? Date.parse(previous.judgedAt) : now;

/**
 * Who hands what to whom, on which attempt, and what was agreed. The verdict, where there is one,
 * stands before what was agreed: n8n's editor shows the beginning of an item.
 */
export function describeHandoff(
	compiled: CompiledPolicy,
	record: unknown,
	{ attempt, turns, verdict }: Pick<Handoff, 'attempt' | 'turns' | 'verdict'>,
): Handoff {
	return {
		schema: 1,
		id: handoffIdOf(compiled, record),
		attempt,
		record: describeRecord(compiled.record, record),
		sender: describeSender(compiled, record),
		receiver: compiled.fixedReceiver ?? resolveReceiver(compiled.receiver, record),
		policy: compiled.reference,
		ballWith: ballHolder(turns),
		turns,
		...(verdict === undefined ? {} : { verdict }),
		agreed: agreedTerms(compiled, record, verdict),
	};
}

const countAttempt = ({ changedSince }: Verdict, previous: Standing | undefined): number => {
	if (previous === undefined) return 1;
	const same = changedSince?.changed === false && previous.step !== 'unanswered';
	return same ? previous.attempt : previous.attempt + 1;
};

const describeRecord = (
	reference: CompiledPolicy['record'],
	record: unknown,
): Handoff['record'] => ({
	system: reference.system(record),
	type: reference.type(record),
	id: reference.id(record),
	title: reference.title(record),
	url: reference.url(record),
});

function describeSender({ sender, policy }: CompiledPolicy, record: unknown): Handoff['sender'] {
	const described: Handoff['sender'] = { team: sender.team(record) };
	const name = sender.name(record);
	const email = sender.email(record);
	if (name !== '') described.name = name;
	if (email !== '') described.email = email;
	if (policy.sender.language !== undefined) described.language = policy.sender.language;
	return described;
}

function agreedTerms(
	compiled: CompiledPolicy,
	record: unknown,
	verdict: Verdict | undefined,
): Agreed {
	const { policy, packet } = compiled;
	const correction = correctionTerms(compiled, record);
	// What does not depend on the record is one object for all: many handoffs share the memory.
	const agreed: Agreed = {
		...(policy.language !== undefined && { language: policy.language }),
		acceptance: policy.acceptance,
		sla: targetsFor(policy.sla, record),
		calendars: calendarsFor(policy.calendars, record),
		packet: readPacket(packet, record),
		fields: compiled.fields,
	};
	const fixers = resolveFixers(compiled.fixers, record);
	if (fixers !== undefined) agreed.fixers = fixers;
	if (correction !== undefined) agreed.correction = correction;
	const fixing =
		verdict?.ready === false
			? fixingTerms(compiled, record, openFindings(verdict.findings))
			: undefined;
	if (fixing !== undefined) agreed.fixing = fixing;
	const exceptions = exceptionTerms(compiled, record);
	if (exceptions !== undefined) agreed.exceptions = exceptions;
	return agreed;
}
