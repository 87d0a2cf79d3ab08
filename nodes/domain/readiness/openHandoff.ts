import type { Agreed, Handoff } from '../envelope';
import type { Instant } from '../instant';
import type { EarlierAttempt } from '../ledger/earlierAttempt';
import { renderMessage } from '../message/renderMessage';
import { displayText } from '../policy/displayText';
import { targetsFor } from '../time/target';
import { ballHolder, passBall } from '../turns';
import type { CompiledPolicy } from './compilePolicy';
import { correctionTerms } from './correctionTerms';
import { letsPass } from './evaluateReadiness';
import { buildFixList } from './fixList';
import { handoffIdOf } from './handoffId';
import { recordEvaluation } from './recordEvaluation';
import type { Verdict } from './verdict';

const MOST_SHOWN = 4000;

interface Opening {
	compiled: CompiledPolicy;
	record: unknown;
	verdict: Verdict;
	/** Where the handoff stood before, when it has been at the gate before. */
	previous?: EarlierAttempt;
	now: Instant;
}

/**
 * Puts a verdict and all that the next steps need into the envelope: who hands what to whom, on
 * which attempt, who has the ball from now on, what was agreed, and the ledger row of this step.
 *
 * The attempt counts up when anything that the policy reads or shows has changed since the one
 * before, and when nobody answered that one; the same record looked at twice stays the same attempt.
 */
export function openHandoff({ compiled, record, verdict, previous, now }: Opening): Handoff {
	const { policy, digest } = compiled;
	const passes = letsPass(verdict);
	const turns = passBall(previous?.turns ?? [], passes ? 'receiver' : 'sender', now);
	const handoff: Handoff = {
		schema: 1,
		id: handoffIdOf(compiled, record),
		attempt: countAttempt(verdict, previous),
		...describeSides(compiled, record),
		policy: { id: policy.id, name: policy.name || policy.id, version: policy.version, digest },
		ballWith: ballHolder(turns),
		turns,
		verdict,
		agreed: agree(compiled, record),
		...(previous !== undefined && previous.seal !== '' && { seal: previous.seal }),
	};
	return {
		...handoff,
		...(!verdict.ready && {
			message: renderMessage(buildFixList(handoff, verdict, compiled.labels)),
		}),
		event: recordEvaluation(handoff, verdict, { compiled, record, now }),
	};
}

const countAttempt = ({ changedSince }: Verdict, previous: EarlierAttempt | undefined): number => {
	if (previous === undefined) return 1;
	const same = changedSince?.changed === false && previous.lastType !== 'handoff.unanswered';
	return same ? previous.attempt : previous.attempt + 1;
};

function describeSides(
	{ record: reference, sender, receiver }: CompiledPolicy,
	record: unknown,
): Pick<Handoff, 'record' | 'sender' | 'receiver'> {
	const name = sender.name(record);
	const email = sender.email(record);
	return {
		record: {
			system: reference.system(record),
			type: reference.type(record),
			id: reference.id(record),
			title: reference.title(record),
			url: reference.url(record),
		},
		sender: {
			team: sender.team(record),
			...(name !== '' && { name }),
			...(email !== '' && { email }),
		},
		receiver: {
			team: receiver.team(record),
			people: receiver.people
				.map((person) => ({
					name: person.name(record),
					email: person.email(record),
					...person.habits,
				}))
				.filter((person) => person.name !== '' || person.email !== ''),
		},
	};
}

function agree(compiled: CompiledPolicy, record: unknown): Agreed {
	const { policy, packet } = compiled;
	const correction = correctionTerms(compiled, record);
	return {
		acceptance: policy.acceptance,
		sla: targetsFor(policy.sla, record),
		calendars: policy.calendars,
		packet: packet.map(({ label, field, read }) => ({
			label,
			field,
			value: displayText(read(record), MOST_SHOWN),
		})),
		fields: compiled.fields,
		...(correction === undefined ? {} : { correction }),
	};
}
