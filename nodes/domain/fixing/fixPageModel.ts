import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { FixerLink, GapInput } from '../handoff/fixing';
import type { Finding } from '../handoff/verdict';
import { WORDINGS } from '../language/languages';
import type { Wording } from '../language/wording';
import { textsOfValue, type ControlTexts } from '../page/controlTexts';
import { formName } from '../page/formNames';
import type { Branding, PageBasis } from '../page/model';
import { formatSeen } from '../shown/formatSeen';
import { showingIn } from '../shown/showPacket';
import { localeFor } from '../wording/locale';
import { recordTitle } from '../wording/recordTitle';
import { inputsFor, NOTHING_TYPED, type FixForm, type TypedFix } from './fixForm';
import { gapsOf, type FixHandoff } from './gaps';
import type { FixPageModel, ShownGap } from './page/model';
import { exceptionTermsOf, keptExceptions } from './pendingExceptions';

/** A request to the fixers, and how its pages look and speak. */
export interface ShownFix {
	handoff: FixHandoff;
	branding: Branding;
	wording: Wording;
}

/** A fixer who opened their link. */
export interface FixVisit extends ShownFix {
	link: FixerLink;
}

/** What every page of a request needs; in the language and zone of who reads it, where known. */
export function fixBasis({
	handoff,
	branding,
	wording,
	link = {},
}: ShownFix & { link?: Pick<FixerLink, 'language' | 'timezone'> }): PageBasis {
	const locale = localeFor(link, { wording, timezone: handoff.fixing.timezone });
	return {
		title: recordTitle(handoff.record, locale.wording),
		senderTeam: handoff.sender.team,
		receiverTeam: handoff.receiver.team,
		branding,
		...locale,
	};
}

/** Everything that the page shows to this fixer, and nothing of what is the others'. */
export function fixPageModel(
	visit: FixVisit,
	now: Instant,
	refused?: Extract<FixForm, { kind: 'refused' }>,
): FixPageModel {
	const { handoff, link } = visit;
	const basis = fixBasis(visit);
	const typed = refused?.typed ?? NOTHING_TYPED;
	return {
		...basis,
		recordUrl: handoff.record.url,
		recordSystem: handoff.record.system,
		policy: handoff.policy,
		respondBy: Date.parse(handoff.fixing.respondBy),
		now,
		gaps: shownGaps(handoff, { visit, typed, basis }),
		reader: { name: link.name, email: link.email },
		typed,
		errors: refused?.errors ?? [],
		terms: exceptionTermsOf(visit.handoff),
		asker: link.email,
		kept: keptExceptions(handoff),
		wanted: typed.wanted,
	};
}

/** A word such as “tbd” counts as nothing: nobody should have to take it out before typing. */
const withoutPlaceholder = (
	{ codes }: Finding,
	input: GapInput | undefined,
): ControlTexts | undefined =>
	codes.shortfall.code === 'shortfallMissing' && input !== undefined
		? { texts: [], currency: textsOfValue(input, WORDINGS.en).currency }
		: undefined;

/** Several requirements for one field are told one after the other, and typed once. */
function shownGaps(
	handoff: Handoff,
	{ visit, typed, basis }: { visit: FixVisit; typed: TypedFix; basis: PageBasis },
): ShownGap[] {
	const gaps = gapsOf(visit.handoff, visit.link);
	const inputs = inputsFor(visit.handoff, gaps);
	return gaps.map((finding, index) => {
		const { field } = finding;
		const first = gaps.findIndex((gap) => gap.field === field) === index;
		const input = first ? inputs.find((one) => one.field === field) : undefined;
		const proposal = handoff.verdict?.proposals.find((one) => one.field === field);
		const shown = {
			name: formName('value', field),
			typed: typed.values.get(field) ?? (proposal ? undefined : withoutPlaceholder(finding, input)),
			proposal,
		};
		return {
			finding,
			seen: formatSeen(finding, showingIn(handoff.agreed, field), basis),
			...(input === undefined ? {} : { input: { ...input, ...shown } }),
			isTypedAbove: !first,
		};
	});
}
