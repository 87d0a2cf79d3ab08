import { isObject } from '../base/isObject';
import type { Clock } from './clock';
import { termsChangeSchema, revisionSchema } from './revision';

/**
 * Whether a value is a clock as we stored it. Looks at every member that is counted with, but reads
 * neither target nor calendar anew: they were parsed when the clock started, and a sweep over
 * thousands of clocks would spend its time on parsing them again. A calendar with a mistake is
 * still refused when it is read for the first time.
 */
export function isStoredClock(value: unknown): value is Clock {
	if (!isObject(value)) return false;
	const { others, reached } = value;
	return (
		isCounted(value) &&
		(others === undefined || (Array.isArray(others) && others.every(isCounted))) &&
		(reached === undefined || isObject(reached))
	);
}

const isCounted = (value: unknown): boolean =>
	isObject(value) &&
	typeof value.name === 'string' &&
	(value.side === undefined || value.side === 'sender' || value.side === 'receiver') &&
	typeof value.startedAt === 'string' &&
	isTextIfThere(value.stoppedAt) &&
	typeof value.deadline === 'string' &&
	isObject(value.calendar) &&
	isTarget(value.target) &&
	isListOf(value.pauses, isPause) &&
	isListOf(value.milestones, isMilestone) &&
	isListOf(value.explanation, isText) &&
	(value.revisions === undefined || revisionsSchema.safeParse(value.revisions).success) &&
	(value.notApplied === undefined || termsChangeSchema.safeParse(value.notApplied).success);

const revisionsSchema = revisionSchema.array();

const isTarget = (value: unknown): boolean =>
	isObject(value) &&
	(typeof value.minutes === 'number'
		? value.minutes > 0
		: typeof value.workingDays === 'number' && isTextIfThere(value.cutOff)) &&
	isListOf(value.milestones, isMilestoneText) &&
	isListOf(value.escalateTo, isPerson);

const isText = (value: unknown): boolean => typeof value === 'string';

const isTextIfThere = (value: unknown): boolean => value === undefined || isText(value);

const isListOf = (value: unknown, is: (entry: unknown) => boolean): boolean =>
	Array.isArray(value) && value.every(is);

const isPause = (value: unknown): boolean =>
	isObject(value) && isText(value.from) && isTextIfThere(value.to);

const isMilestone = (value: unknown): boolean =>
	isObject(value) && isText(value.id) && isText(value.dueAt) && isTextIfThere(value.firedAt);

const isMilestoneText = (value: unknown): boolean => isText(value) || typeof value === 'number';

const isPerson = (value: unknown): boolean =>
	isObject(value) && isText(value.name) && isText(value.email);
