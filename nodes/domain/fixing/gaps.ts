import { sameAddress } from '../base/emailAddress';
import type { Handoff } from '../handoff/envelope';
import type { FixerLink, FixRequest } from '../handoff/fixing';
import { exceptionsIn } from '../life/exceptions';
import type { Finding } from '../handoff/verdict';

/** A handoff whose fixers have been asked for what is missing. */
export type FixHandoff = Handoff & { fixing: FixRequest };

/** What is missing by the verdict: exceptions that were granted are not. */
export const gapsIn = ({ verdict }: Pick<Handoff, 'verdict'>): Finding[] =>
	(verdict?.findings ?? []).filter(({ waiver }) => waiver === undefined);

/** What was asked about and nobody has supplied yet. */
export const gapsLeft = (handoff: FixHandoff): Finding[] =>
	gapsIn(handoff).filter(
		({ requirementId }) =>
			handoff.fixing.gaps.includes(requirementId) && !isSupplied(handoff, requirementId),
	);

/** By a value that was sent, or by an exception that was granted. */
const isSupplied = ({ id: handoffId, fixing }: FixHandoff, id: string): boolean =>
	fixing.changes.some(({ requirements }) => requirements.includes(id)) ||
	exceptionsIn(fixing.exceptionRows, handoffId).some(
		({ requirementId, waiver }) => requirementId === id && waiver !== undefined,
	);

/** What one fixer can still supply; nothing of the others. */
export const gapsOf = (handoff: FixHandoff, { fixers }: Pick<FixerLink, 'fixers'>): Finding[] =>
	gapsLeft(handoff).filter(({ fixer }) => fixers.includes(fixer));

/** The links of those who have something left to supply. */
export const openFixerLinks = (handoff: FixHandoff): FixerLink[] =>
	handoff.fixing.links.filter((link) => gapsOf(handoff, link).length > 0);

export const fixerLinkOf = (handoff: FixHandoff, email: unknown): FixerLink | undefined =>
	typeof email === 'string' && email !== ''
		? handoff.fixing.links.find((link) => sameAddress(link.email, email))
		: undefined;
