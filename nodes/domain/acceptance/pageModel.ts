import type { Handoff } from '../handoff/envelope';
import type { Finding } from '../handoff/verdict';
import { formatSeen } from '../shown/formatSeen';
import type { Reader } from '../shown/reader';
import { fixerNamed } from '../wording/whomToTell';
import { showingIn } from '../shown/showPacket';
import { showValue } from '../shown/showValue';
import type { Instant } from '../base/instant';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Branding, PageBasis } from '../page/model';
import type { DecisionPageModel, ShownEntry } from './page/model';
import { changesOf } from './changesOf';
import { describeHistory } from './history';
import { commonLocale, localeFor } from '../wording/locale';
import type { Wording } from '../language/wording';
import type { PasswordHash } from '../handoff/proof';
import { correctableNow, earlierCorrections } from './rejudge';
import type { ReceiverLink } from '../handoff/request';
import type { Clock } from '../time/clock';
import { questionsLeftFor, shownQuestions } from './asking/shownQuestions';
import { recordTitle } from '../wording/recordTitle';

/** A request and how its pages look and speak. */
export interface ShownRequest {
	handoff: AskedHandoff;
	branding: Branding;
	wording: Wording;
	/** What has to be typed besides the name. */
	password?: PasswordHash;
	asksCode: boolean;
	/** Whether, and to which mail domains, the question may be handed on. */
	forwarding?: { domains?: readonly string[] };
	/** By which it was put, as it was then. */
	clock: Clock;
}

/** A receiver who opened their link. */
export interface Visit extends ShownRequest {
	link: ReceiverLink;
}

/** What every page of a handoff needs; in the language and zone of who reads it, where known. */
export function pageBasis(shown: ShownRequest & { link?: ReceiverLink }): PageBasis {
	const { handoff, branding, link = {} } = shown;
	const locale = localeFor(link, commonLocale(shown));
	return {
		title: recordTitle(handoff.record, locale.wording),
		senderTeam: handoff.sender.team,
		receiverTeam: handoff.receiver.team,
		branding,
		...locale,
	};
}

/** Everything that the decision page shows to this receiver, and no other receiver's link. */
export function pageModel(visit: Visit, now: Instant): DecisionPageModel {
	const { handoff, link } = visit;
	const { request, agreed, record } = handoff;
	const basis = pageBasis(visit);
	return {
		...basis,
		recordUrl: record.url,
		recordSystem: record.system,
		senderName: handoff.sender.name ?? '',
		reader: { name: link.name, email: link.email },
		policy: handoff.policy,
		attempt: handoff.attempt,
		respondBy: Date.parse(request.respondBy),
		now,
		packet: shownPacket(handoff, basis),
		findings: shownFindings(handoff, basis),
		proposals: shownProposals(handoff, basis),
		...changesOf(handoff),
		...termsOf(request),
		fields: agreed.fields,
		history: describeHistory(handoff, basis),
		asks: { password: visit.password !== undefined, code: visit.asksCode },
		correctable: correctableNow(handoff),
		mayForward: visit.forwarding !== undefined,
		...askingOf(visit, basis),
		round: request.round,
		nonce: handoff.id,
		errors: [],
	};
}

const askingOf = ({ handoff, link }: Visit, basis: PageBasis) => ({
	questions: shownQuestions(handoff, basis),
	questionsLeft: questionsLeftFor(handoff, link),
});

const termsOf = (request: AskedHandoff['request']) => ({
	checklist: request.checklist,
	returnReasons: request.returnReasons,
	votes: {
		needed: request.acceptancesNeeded,
		count: request.votes.length,
		inTurn: request.inTurn !== undefined,
	},
});

const labelsOf = ({ agreed }: Handoff) =>
	new Map(agreed.fields.map(({ field, label }) => [field, label]));

/** The packet as the gate saw it, with the corrections of those who accepted before. */
export function shownPacket(handoff: Handoff, reader: Reader): ShownEntry[] {
	const corrections = earlierCorrections(handoff);
	return handoff.agreed.packet.map(({ label, field, value }) => {
		const shown = showingIn(handoff.agreed, field);
		const last = corrections.filter((correction) => correction.field === field).at(-1);
		const before = showValue(value, shown, reader);
		if (last === undefined) return { label, value: before.text, link: before.link };
		const { text, link } = showValue(last.to, shown, reader);
		return { label, value: text, link, corrected: { name: last.by.name, from: before.text } };
	});
}

/** Warnings and exceptions, with the values that were seen as this reader gets them. */
const shownFindings = ({ verdict, agreed }: Handoff, reader: Reader): Finding[] =>
	(verdict?.findings ?? []).map((finding) => ({
		...finding,
		seen: formatSeen(finding, showingIn(agreed, finding.field), reader),
		fixer: fixerNamed(finding.fixer, agreed)?.name ?? finding.fixer,
	}));

function shownProposals(handoff: Handoff, reader: Reader): DecisionPageModel['proposals'] {
	const labels = labelsOf(handoff);
	return (handoff.verdict?.proposals ?? []).map((proposal) => ({
		...proposal,
		label: labels.get(proposal.field) ?? proposal.field,
		value: showValue(proposal.value, showingIn(handoff.agreed, proposal.field), reader).text,
	}));
}
