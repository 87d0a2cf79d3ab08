import type { Instant } from '../base/instant';
import { readOwnRows, type OwnRow } from './lifeRow';

/** Of steps of one instant those that open nothing come first, and those that close something last. */
const ORDER = [
	'waiver.asked',
	'waiver.refused',
	'requirement.waived',
	'waiver.ending',
	'waiver.revoked',
	'waiver.expired',
] as const;
/** A row that is about an exception. */
export type ExceptionRow = OwnRow & { type: (typeof ORDER)[number] };

/** The rows of a handoff that are about exceptions, in the order in which they count. */
export const exceptionRowsIn = (rows: readonly unknown[], handoffId: string): ExceptionRow[] =>
	readOwnRows(rows, handoffId)
		.filter(isExceptionRow)
		.sort((one, other) => one.at - other.at || placeOfRow(one) - placeOfRow(other));

/** Whether rows of this type are about exceptions. */
export const isExceptionType = (wanted: string): boolean => ORDER.some((type) => type === wanted);

const isExceptionRow = (row: OwnRow): row is ExceptionRow => isExceptionType(row.type);

const placeOfRow = ({ type }: ExceptionRow): number => ORDER.indexOf(type);

/** Clocks disagree: what is noted later counts later. */
export const afterRows = (rows: readonly OwnRow[], now: Instant): Instant =>
	Math.max(now, ...rows.map(({ at }) => at + 1));
