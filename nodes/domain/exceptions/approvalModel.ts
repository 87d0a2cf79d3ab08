import type { Person } from '../base/message';
import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { AskedException } from '../handoff/exception';
import type { Finding } from '../handoff/verdict';
import type { Wording } from '../language/wording';
import type { Branding, FormBasis } from '../page/model';
import { formatSeen } from '../shown/formatSeen';
import { showingIn } from '../shown/showPacket';
import { recordTitle } from '../wording/recordTitle';
import type { ApprovalForm, ApprovalTerms, TypedApproval } from './approvalForm';

/** What an approver decides about: the requirement that is not met, and what was seen. */
export type ShownException = Pick<
	Finding,
	'requirementId' | 'label' | 'shortfall' | 'codes' | 'message' | 'expected' | 'seen'
>;

/** Everything that the page of one approver shows: one exception, and nothing else that is missing. */
export interface ApprovalPageModel extends FormBasis {
	recordUrl: string;
	recordSystem: string;
	policy: { name: string; version: string };
	gap: ShownException;
	asked: AskedException;
	/** How many days from today it may last at most. */
	maxDays: number | undefined;
	reader: { name: string; email: string };
	now: Instant;
	/** After a refused form: what had been typed. */
	typed?: TypedApproval;
}

/** An approver who opened their link. */
export interface ApprovalVisit {
	handoff: Handoff;
	asked: AskedException;
	approver: Person;
	branding: Branding;
	wording: Wording;
	/** IANA name of the zone in which times are said. */
	timezone: string;
}

/**
 * Everything that the page shows to one approver, and nothing else that is missing.
 *
 * @returns undefined when the requirement is not missing any more: there is nothing to decide
 */
export function approvalModel(
	visit: ApprovalVisit,
	now: Instant,
	refused?: Extract<ApprovalForm, { kind: 'incomplete' }>,
): ApprovalPageModel | undefined {
	const { handoff, asked, approver, branding, wording, timezone } = visit;
	const gap = gapOf(handoff, asked);
	if (gap === undefined) return undefined;
	const shown = showingIn(handoff.agreed, gap.field);
	return {
		title: recordTitle(handoff.record, wording),
		senderTeam: handoff.sender.team,
		receiverTeam: handoff.receiver.team,
		...{ branding, wording, timezone, now, asked },
		recordUrl: handoff.record.url,
		recordSystem: handoff.record.system,
		policy: handoff.policy,
		gap: { ...gap, seen: formatSeen(gap, shown, { wording, timezone }) },
		maxDays: handoff.agreed.exceptions?.maxDays,
		reader: approver,
		errors: refused?.errors ?? [],
		...(refused !== undefined && { typed: refused.typed }),
	};
}

/** The measure of what is sent back. */
export const approvalTerms = (
	{ handoff, asked }: Pick<ApprovalVisit, 'handoff' | 'asked'>,
	now: Instant,
): ApprovalTerms => ({
	label: labelOf(handoff, asked),
	maxDays: handoff.agreed.exceptions?.maxDays,
	placeholders: handoff.agreed.exceptions?.placeholders ?? [],
	now,
});

/** What is missing and was asked about; undefined when it is not missing by the verdict. */
export const gapOf = (
	{ verdict }: Pick<Handoff, 'verdict'>,
	{ requirementId }: Pick<AskedException, 'requirementId'>,
): Finding | undefined => verdict?.findings.find((one) => one.requirementId === requirementId);

/** A requirement by the label of the policy; by its id where that has gone. */
export const labelOf = (
	{ agreed }: Pick<Handoff, 'agreed'>,
	{ requirementId }: Pick<AskedException, 'requirementId'>,
): string => agreed.fields.find(({ id }) => id === requirementId)?.label ?? requirementId;
