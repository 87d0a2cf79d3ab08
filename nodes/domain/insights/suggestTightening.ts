import type { Policy, Requirement } from '../policy/policy';
import type { Report } from './buildReport';
import type { FieldLine } from './policyLines';
import { rateOf } from './rate';
import { backtestBlocking, backtestTightening } from './replay/backtestRequirement';
import type { RequirementReplay } from './replay/replayRequirements';
import { requirementOf } from './requirementOf';
import { joinWords, formatInterval } from './formatFigures';
import { tightenCheck } from './tightenCheck';
import type { Suggestion } from './suggestion';

const FEWEST_ESCAPES = 3;
const ESCAPE_SHARE = 0.05;

/** Fields that come back although the gate passed them. */
export const suggestTightening = (report: Report, policies: readonly Policy[]): Suggestion[] =>
	report.fields
		.filter(({ escapes: { hits, share = 0 } }) => hits >= FEWEST_ESCAPES && share >= ESCAPE_SHARE)
		.map((line) => {
			const known = requirementOf(policies, line.policyId, ({ field }) => field === line.field);
			return tighten(line, known, report);
		});

function tighten(line: FieldLine, known: Requirement | undefined, { replay }: Report): Suggestion {
	const { policyId, field, escapes, reasons } = line;
	const why = reasons.length === 0 ? '' : `, mostly for “${reasons[0]}”`;
	const check = known && tightenCheck(known.check);
	const stricter = known === undefined || check !== undefined;
	return {
		kind: 'tighten',
		policyId,
		title:
			known === undefined
				? `Let the gate ask for ${field}`
				: `Ask more of “${known.label}” at the gate`,
		evidence: `Returned for ${field} although the gate had passed it: ${escapes.hits} of ${escapes.n} submissions (${formatInterval(escapes)})${why}.`,
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
export const suggestBlocking = (report: Report, policies: readonly Policy[]): Suggestion[] =>
	report.replay.requirements.flatMap((line) => {
		const { returnedForField, ended } = line.warned;
		const { share = 0 } = rateOf(returnedForField, ended);
		const known = requirementOf(policies, line.policyId, ({ id }) => id === line.requirementId);
		const often = returnedForField >= FEWEST_ESCAPES && share >= ESCAPE_SHARE;
		return often && known?.severity === 'warning' ? [block(line, known, report)] : [];
	});

function block(line: RequirementReplay, known: Requirement, { replay }: Report): Suggestion {
	const { policyId, field, warned } = line;
	const came = rateOf(warned.returnedForField, warned.ended);
	return {
		kind: 'tighten',
		policyId,
		title: `Let “${known.label}” stop a handoff instead of warning`,
		evidence: `Went on with the warning and came back for ${field}: ${came.hits} of ${came.n} submissions (${formatInterval(came)}).`,
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
