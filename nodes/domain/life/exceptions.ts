import { readMailbox, sameAddress } from '../base/emailAddress';
import { formatInstant, type Instant } from '../base/instant';
import { askedExceptionSchema, type AskedException } from '../handoff/exception';
import type { Waiver } from '../handoff/verdict';
import { numberOf, textOf } from '../ledger/cells';
import { exceptionRowsIn, type ExceptionRow } from './exceptionRows';
import type { OwnRow } from './lifeRow';
import { waiverEnd } from './waiverEnd';

/** What stands about the exception from one requirement of a handoff, by its rows. */
export interface KeptException {
	requirementId: string;
	/** The newest asking, while nobody has answered it. */
	asked?: AskedException;
	/** What was granted last, and not taken back since. Whether it counts is for the policy to say. */
	waiver?: Waiver;
	/** One that was granted by somebody who has asked for it: it counts for nothing. */
	selfGranted?: Waiver;
	/** The answer to the newest asking, when it was no. */
	refused?: { by: string; reason: string; at: string };
	/** What became of the last one that was granted, when it stands no more. */
	ended?: 'revoked' | 'expired';
	/** Whether the sender was told that the one that stands ends soon. */
	told: boolean;
	/** The addresses of everybody who has asked for it: who asks never grants. */
	askers: string[];
	/** How often it was asked for. */
	times: number;
}

/**
 * What stands about each requirement of a handoff that was excepted, or asked to be. The first answer
 * to an asking counts, one from somebody who has ever asked for this exception is none, and what has
 * run out once stays over, whatever clocks say.
 *
 * @param rows rows as a store gives them back, in any order and more than once; those of other
 * handoffs and what is no ledger row are passed over
 */
export function exceptionsIn(rows: readonly unknown[], handoffId: string): KeptException[] {
	const kept = new Map<string, Following>();
	const own = exceptionRowsIn(rows, handoffId);
	for (const row of own) {
		const requirementId = textOf(row.data.requirementId);
		const following = kept.get(requirementId) ?? startFollowing(own, requirementId);
		kept.set(requirementId, following);
		FOLLOW[row.type](following, row);
	}
	return [...kept.values()].map(({ exception }) => exception);
}

/** An exception with the askings that have an answer. */
interface Following {
	exception: KeptException;
	answered: Set<number>;
}

function startFollowing(rows: readonly ExceptionRow[], requirementId: string): Following {
	const asked = rows.filter(
		({ type, data }) => type === 'waiver.asked' && textOf(data.requirementId) === requirementId,
	);
	const times = Math.max(0, ...asked.map(({ data }) => numberOf(data.times) ?? 1));
	const askers = [...new Set(asked.map(({ actor }) => actor))];
	return { exception: { requirementId, told: false, askers, times }, answered: new Set() };
}

const FOLLOW: Record<ExceptionRow['type'], (following: Following, row: ExceptionRow) => void> = {
	'waiver.asked': ({ exception, answered }, row) => {
		const asked = askedOf(row);
		if (asked === undefined || answered.has(asked.times)) return;
		exception.asked = asked;
		exception.refused = undefined;
	},
	'waiver.refused': (following, { data, actor, at }) => {
		if (!answers(following, data)) return;
		const by = textOf(data.by) || actor;
		following.exception.refused = { by, reason: textOf(data.reason), at: formatInstant(at) };
	},
	'requirement.waived': (following, row) => {
		const { exception } = following;
		const waiver = waiverOf(row);
		const isOwn = hasAsked(exception, waiver.approvedBy) || hasAsked(exception, row.actor);
		if (isOwn) exception.selfGranted = waiver;
		else if (answers(following, row.data)) Object.assign(exception, { ...GRANTED, waiver });
	},
	'waiver.ending': ({ exception }, { data }) => {
		if (isAbout(exception, data)) exception.told = true;
	},
	'waiver.revoked': ({ exception }) => finish(exception, 'revoked'),
	'waiver.expired': ({ exception }, { data }) => {
		if (isAbout(exception, data)) finish(exception, 'expired');
	},
};

const GRANTED = { told: false, ended: undefined, refused: undefined, selfGranted: undefined };

/** Whether somebody has asked for this exception, by an address that may stand behind a name. */
export const hasAsked = ({ askers }: Pick<KeptException, 'askers'>, person: string): boolean => {
	const { email } = readMailbox(person);
	return askers.some((asker) => sameAddress(asker, person) || sameAddress(asker, email));
};

/** Takes an answer to an asking, the first one only; what was granted without one needs none. */
function answers({ exception, answered }: Following, { times }: OwnRow['data']): boolean {
	const asking = numberOf(times);
	if (asking === undefined) return true;
	if (answered.has(asking)) return false;
	answered.add(asking);
	if (exception.asked?.times === asking) exception.asked = undefined;
	return true;
}

function finish(exception: KeptException, ended: KeptException['ended']): void {
	if (exception.waiver === undefined) return;
	exception.waiver = undefined;
	exception.refused = undefined;
	exception.ended = ended;
}

const isAbout = ({ waiver }: KeptException, { expiresAt }: OwnRow['data']): boolean =>
	waiver !== undefined && waiver.expiresAt === textOf(expiresAt);

const askedOf = ({ data, actor, at }: OwnRow): AskedException | undefined =>
	askedExceptionSchema.safeParse({
		...{ times: 1, ...data, at: formatInstant(at) },
		by: { name: textOf(data.by), email: actor },
	}).data;

const waiverOf = ({ data, actor }: OwnRow): Waiver => ({
	requirementId: textOf(data.requirementId),
	reason: textOf(data.reason),
	approvedBy: textOf(data.approvedBy) || actor,
	expiresAt: textOf(data.expiresAt),
});

/** Where an exception stands at a moment. An asking comes first, since somebody has to answer it. */
export type ExceptionState = 'asked' | 'granted' | 'refused' | 'revoked' | 'expired';

export function stateOf(
	{ asked, waiver, refused, ended }: KeptException,
	now: Instant,
): ExceptionState {
	if (asked !== undefined) return 'asked';
	if (waiver !== undefined) return (waiverEnd(waiver.expiresAt) ?? 0) > now ? 'granted' : 'expired';
	return refused === undefined ? (ended ?? 'expired') : 'refused';
}
