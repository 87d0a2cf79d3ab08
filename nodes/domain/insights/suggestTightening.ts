import type { Policy, Requirement } from '../policy/policy';
import type { Report } from './report';
import type { FieldLine } from './policyLines';
import { escapeChance, isWorthTightening } from './escapeRule';
import { FEWEST, rateOf, type Rate } from './rate';
import { backtestBlocking, backtestTightening } from './replay/backtestRequirement';
import type { Replay } from './replay/replay';
import type { RequirementReplay } from './replay/replayRequirements';
import type { RequirementLine } from './requirementLines';
import { requirementOf } from './requirementOf';
import { joinWords, formatInterval } from './formatFigures';
import { tightenCheck } from './tightenCheck';
import { aboutField, type Candidate, type Suggestion } from './suggestion';

/** Fields that come back although the gate passed them. */
export const suggestTightening = (report: Report, policies: readonly Policy[]): Candidate[] =>
	report.fields
		.filter(({ escapes }) => escapes.n >= FEWEST)
		.map((line) => {
			const known = requirementOf(policies, line.policyId, ({ field }) => field === line.field);
			return candidate(line, line.escapes, () => tighten(line, known, report));
		});

const candidate = (
	place: { policyId: string; field: string },
	came: Rate,
	advise: NonNullable<Candidate['advise']>,
): Candidate => ({
	about: aboutField(place),
	chance: escapeChance(came),
	...(isWorthTightening(came) && { advise }),
});

function tighten(
	line: FieldLine,
	known: Requirement | undefined,
	{ replay, requirements }: Report,
): Omit<Suggestion, 'chance'> {
	const { policyId, field, escapes, reasons } = line;
	const why = reasons.length === 0 ? '' : `, mostly for “${reasons[0]}”`;
	const check = known && tightenCheck(known.check);
	const stricter = known === undefined || check !== undefined;
	const asked = requirements.find(
		(each) => each.policyId === policyId && each.requirementId === known?.id,
	);
	return {
		kind: 'tighten',
		policyId,
		title: known ? `Ask more of “${known.label}” at the gate` : `Let the gate ask for ${field}`,
		evidence: `Returned for ${field} although the gate had passed it: ${escapes.hits} of ${escapes.n} submissions (${formatInterval(escapes)})${why}.`,
		against: asked === undefined ? '' : againstAskingMore(asked),
		change: {
			policyId,
			place: 'requirements',
			action: known === undefined ? 'add' : 'replace',
			json: known === undefined ? newRequirement(line) : askMore(known, check),
		},
		backtest: backtestTightening({ replay, stricter }, { policyId, field }),
		weight: escapes.hits,
	};
}

const againstAskingMore = ({ waived, n }: RequirementLine): string =>
	waived === 0
		? ''
		: `Waived in ${waived} of ${n} handoffs: who asks for more will be asked for more waivers.`;

const newRequirement = ({ field, reasons }: FieldLine) => ({
	id: field.replace(/[^\w]+/g, '-').replace(/^-+|-+$/g, '') || 'new-requirement',
	label: field,
	field,
	check: { kind: 'present' },
	severity: 'blocker',
	fixer: 'sender',
	howToFix: reasons.length === 0 ? '' : `Handoffs came back for: ${joinWords(reasons)}.`,
});

/** A stricter check stops; where the check cannot say more, its wording has to. */
const askMore = (known: Requirement, check: Requirement['check'] | undefined): Requirement =>
	check === undefined
		? { ...known, howToFix: `${known.howToFix} Agree what is enough here.`.trim() }
		: { ...known, check, severity: 'blocker' };

/** Warnings that went on unmet and came back for just that. */
export const suggestBlocking = (report: Report, policies: readonly Policy[]): Candidate[] =>
	report.replay.requirements.flatMap((line) => {
		const came = rateOf(line.warned.returnedForField, line.warned.ended);
		const known = requirementOf(policies, line.policyId, ({ id }) => id === line.requirementId);
		if (came.n < FEWEST || known?.severity !== 'warning') return [];
		return [candidate(line, came, () => block(line, known, { came, replay: report.replay }))];
	});

function block(
	line: RequirementReplay,
	known: Requirement,
	{ came, replay }: { came: Rate; replay: Replay },
): Omit<Suggestion, 'chance'> {
	const { policyId, field, warned } = line;
	return {
		kind: 'tighten',
		policyId,
		title: `Let “${known.label}” stop a handoff instead of warning`,
		evidence: `Went on with the warning and came back for ${field}: ${came.hits} of ${came.n} submissions (${formatInterval(came)}).`,
		against:
			warned.accepted === 0
				? ''
				: `${warned.accepted} of these ${came.n} were accepted as they were.`,
		change: {
			policyId,
			place: 'requirements',
			action: 'replace',
			json: { ...known, severity: 'blocker' },
		},
		backtest: backtestBlocking(replay, line),
		weight: came.hits,
	};
}
