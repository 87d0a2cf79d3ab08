import { sameAddress } from '../base/emailAddress';
import { formatInstant } from '../base/instant';
import type { Person } from '../base/message';
import { HandoffProblem } from '../base/problem';
import type { Handoff } from '../handoff/envelope';
import type { AskedException, WantedException } from '../handoff/exception';
import type { LedgerRow } from '../handoff/row';
import { sealHandoff } from '../ledger/sealHandoff';
import { writeRow } from '../ledger/writeRow';
import { fieldsOf, keptException, momentOf, type KnownSoFar } from './noting';
import { waivableGap } from './waivableGap';

/**
 * Notes that somebody asks for an exception, with the ledger row `waiver.asked`. Everybody who may
 * approve it and has an address is asked, without whoever has ever asked for it. The same asking twice,
 * as after a crash, is one, and has no row again.
 *
 * @throws HandoffProblem when it may not be asked for: see `waivableGap`
 */
export function askException<Asking extends Handoff>(
	handoff: Asking,
	{ by, requirementId, reason, until }: WantedException & { by: Person },
	{ rows, now, key }: KnownSoFar,
): { handoff: Asking; asked: AskedException } {
	const kept = keptException(handoff, requirementId, rows);
	const before = kept?.asked;
	if (before !== undefined && isSameAsking(before, { by, requirementId, reason, until })) {
		return { handoff: { ...handoff, event: undefined }, asked: before };
	}
	const { agreed } = handoff;
	const waivable = waivableGap(agreed.exceptions, { requirementId }, { asker: by.email, kept });
	if (!waivable.may) throw notToAsk(requirementId, waivable.why);
	const asked: AskedException = {
		...{ requirementId, reason, expiresAt: until, by },
		times: (kept?.times ?? 0) + 1,
		approvers: waivable.approvers.map(({ email }) => email),
		at: formatInstant(momentOf(handoff, rows, now)),
	};
	const event = askedRow(handoff, asked);
	return { handoff: sealHandoff({ ...handoff, event }, key), asked };
}

function askedRow(handoff: Handoff, { at, by, ...asked }: AskedException): LedgerRow {
	return writeRow(handoff, {
		type: 'waiver.asked',
		at: Date.parse(at),
		discriminator: `${asked.requirementId}:${asked.times}`,
		actor: by.email,
		fields: fieldsOf(handoff, asked.requirementId),
		data: { ...asked, by: by.name },
	});
}

const isSameAsking = (
	asked: AskedException,
	{ by, reason, until }: WantedException & { by: Person },
): boolean =>
	sameAddress(asked.by.email, by.email) && asked.reason === reason && asked.expiresAt === until;

const NOT_TO_ASK = {
	notAllowed: 'the policy does not allow one',
	nobodyToAsk: 'nobody else who may approve it has an address',
	asked: 'it was asked for already and nobody has answered',
	tooOften: 'it was asked for as often as it may be',
};

const notToAsk = (requirementId: string, why: keyof typeof NOT_TO_ASK): HandoffProblem =>
	new HandoffProblem(
		`No exception from “${requirementId}” may be asked for: ${NOT_TO_ASK[why]}`,
		'Look at “waivers” of the policy, and give each of its approvers an address.',
	);
