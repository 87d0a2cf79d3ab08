import type { BacktestFigure, SuggestionBacktest } from '../suggestion';
import { atMost, backtestOf, exactly, LAST_QUARTER } from './backtest';
import { startOutcomes, type Outcomes } from './outcomes';
import type { Replay } from './replay';
import type { RequirementReplay } from './replayRequirements';

interface Place {
	policyId: string;
	field: string;
	requirementId: string;
}

const replayOf = (replay: Replay, { policyId, requirementId }: Place) =>
	replay.requirements.find(
		(each) => each.policyId === policyId && each.requirementId === requirementId,
	);

const attempts = (count: number): string => (count === 1 ? '1 attempt' : `${count} attempts`);

/** What would have gone on if a requirement had only warned. Exact: the gate noted what was open. */
export function backtestRelaxing(replay: Replay, place: Place): SuggestionBacktest {
	const line = replayOf(replay, place);
	const { asked = 0, alone = 0, aloneReturnedLater = 0 } = line ?? {};
	return backtestOf(replay, {
		n: asked,
		of: 'attempts that were judged by it',
		figures: [
			exactly('Attempts that would have gone on', alone, asked),
			...firstAttempts(line),
			exactly('Of those that would have gone on, returned for it later', aloneReturnedLater, alone),
		],
		text:
			alone === 0
				? `It was asked of ${attempts(asked)} in ${LAST_QUARTER} and was never the only thing in the way: without it, every handoff would have gone the same way.`
				: `${alone} of ${attempts(asked)} in ${LAST_QUARTER} were stopped by it alone and would have gone on; ${aloneReturnedLater} of those came back for ${place.field} later.`,
	});
}

const firstAttempts = (line: RequirementReplay | undefined) =>
	line === undefined
		? []
		: [
				exactly(
					'Handoffs that would have passed the gate at the first attempt besides',
					line.aloneAtFirst,
					line.askedAtFirst,
				),
			];

/** What a requirement that is often waived would have let through if it had only warned. */
export function backtestException(replay: Replay, place: Place): SuggestionBacktest {
	const line = replayOf(replay, place);
	const { asked = 0, alone = 0, waived = startOutcomes(), met = startOutcomes() } = line ?? {};
	return backtestOf(replay, {
		n: asked,
		of: 'attempts that were judged by it',
		figures: [
			exactly('Attempts that would have needed no waiver', waived.attempts, asked),
			exactly('Attempts that would have gone on without one', alone, asked),
			exactly('Returned for it, of those that were waived', waived.returnedForField, waived.ended),
			exactly('Returned for it, of those that met it', met.returnedForField, met.ended),
		],
		text: `${waived.attempts} of ${attempts(asked)} in ${LAST_QUARTER} would have needed no waiver, and ${alone} that it alone stopped would have gone on. Of the ${waived.ended} waived ones that ended, ${waived.accepted} were accepted and ${waived.returnedForField} returned for ${place.field}.`,
	});
}

/** What stopping these attempts would have caught, and what it would have stopped for nothing. */
const stoppedFigures = (
	{ attempts: stopped, ended, accepted, returnedForField }: Outcomes,
	asked: number,
): BacktestFigure[] => [
	exactly('Attempts that would have been stopped', stopped, asked),
	exactly('Of those that ended, returned for it: caught', returnedForField, ended),
	exactly('Of those that ended, accepted as they were: stopped for nothing', accepted, ended),
];

/** What would have been stopped if nobody could have waived a requirement. Exact. */
export function backtestNoWaivers(replay: Replay, place: Place): SuggestionBacktest {
	const line = replayOf(replay, place);
	const { asked = 0, waived = startOutcomes() } = line ?? {};
	const { attempts: stopped, accepted, returnedForField } = waived;
	return backtestOf(replay, {
		n: asked,
		of: 'attempts that were judged by it',
		figures: stoppedFigures(waived, asked),
		text: `${stopped} of ${attempts(asked)} in ${LAST_QUARTER} went on by a waiver and would have been stopped: ${returnedForField} of them were returned for ${place.field}, and ${accepted} were accepted as they were.`,
	});
}

/** What a warning would have stopped as a blocker. Exact: the gate noted what was open. */
export function backtestBlocking(replay: Replay, place: Place): SuggestionBacktest {
	const line = replayOf(replay, place);
	const { asked = 0, warned = startOutcomes(), met = startOutcomes() } = line ?? {};
	const { attempts: stopped, accepted, returnedForField } = warned;
	return backtestOf(replay, {
		n: asked,
		of: 'attempts that were judged by it',
		figures: [
			...stoppedFigures(warned, asked),
			exactly(
				'Returned for it all the same, of those that met it',
				met.returnedForField,
				met.ended,
			),
		],
		text: `${stopped} of ${attempts(asked)} in ${LAST_QUARTER} would have been stopped: ${returnedForField} of them were returned for ${place.field}, and ${accepted} were accepted as they were.`,
	});
}

/**
 * What a new or stricter check of a field could have stopped. Bounds: a ledger holds no values, so
 * nobody can tell from it which submissions would have met the check.
 *
 * @param stricter whether the check itself asks for more than before
 */
export function backtestTightening(
	{ replay, stricter }: { replay: Replay; stricter: boolean },
	{ policyId, field }: Omit<Place, 'requirementId'>,
): SuggestionBacktest {
	const found = replay.fields.find((each) => each.policyId === policyId && each.field === field);
	const { ended: n, accepted, returnedForField } = found?.passed ?? startOutcomes();
	const came = `${returnedForField} of ${n} submissions that had passed it in ${LAST_QUARTER} came back for ${field}`;
	const shared = { n, of: 'submissions that had passed it' };
	if (!stricter) {
		const figures = [exactly('Returned for it', returnedForField, n)];
		const text = `${came}. The check stays as it is, so that the gate would have stopped none of them: it is the wording that is to help.`;
		return backtestOf(replay, { ...shared, figures, text });
	}
	return backtestOf(replay, {
		...shared,
		figures: [
			atMost('Returned for it: caught at the gate', returnedForField, n),
			atMost('Accepted as they were: stopped for nothing', accepted, n),
		],
		text: `${came}. A stricter check would have caught at most these ${returnedForField}. A ledger keeps no values: how many of the ${accepted} accepted ones it would have stopped too, “Backtest Policy” of Readiness Gate can tell.`,
	});
}
