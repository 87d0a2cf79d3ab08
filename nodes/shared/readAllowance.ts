import { z } from 'zod';
import { HandoffProblem } from '../domain/base/problem';
import { cutOffSchema, workingDaysSchema } from '../domain/time/allowance';
import { parseTarget, type Target } from '../domain/time/target';
import type { AllowanceNames } from './allowanceProperties';
import { readParameter, type ParameterContext } from './readParameter';

const MINUTES_PER_HOUR = 60;

/** The target that the form says, with milestones as they were written there, if they were. */
export function readAllowance(
	context: ParameterContext,
	{
		names,
		itemIndex,
		milestones,
	}: { names: AllowanceNames; itemIndex: number; milestones?: string[] },
): Target {
	const field = (name: string, displayName: string) => ({ name, displayName, itemIndex });
	const unit = field('allowedIn', names.allowedIn);
	const more = milestones === undefined ? {} : { milestones };
	if (readParameter(context, unit, z.enum(['hours', 'days'])) === 'hours') {
		const hours = readParameter(context, field('hours', names.hours), z.number().positive());
		return parseTarget({ minutes: hours * MINUTES_PER_HOUR, ...more }, 'Target');
	}
	const workingDays = readParameter(context, field('days', names.days), workingDaysSchema);
	const cutOff = readCutOff(readParameter(context, field('cutOff', 'Cut-Off'), z.string()));
	return parseTarget({ workingDays, ...cutOff, ...more }, 'Target');
}

function readCutOff(written: string): { cutOff?: string } {
	const text = written.trim();
	if (text === '') return {};
	const cutOff = cutOffSchema.safeParse(text.padStart('00:00'.length, '0'));
	if (cutOff.success) return { cutOff: cutOff.data };
	throw new HandoffProblem(
		`“Cut-Off” cannot be read: ${JSON.stringify(text.slice(0, 40))} is not a time of day`,
		'Write it as HH:MM from 00:00 to 23:59, such as 15:00, or leave it empty.',
	);
}
