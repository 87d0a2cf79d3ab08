import { sameAddress } from '../base/emailAddress';
import type { AskedException, ExceptionTerms } from '../handoff/exception';
import type { LedgerRow } from '../handoff/row';
import { ledgerRowSchema } from '../handoff/row';
import { isExceptionType } from '../life/exceptionRows';
import { exceptionsIn, type KeptException } from '../life/exceptions';
import { gapsLeft, type FixHandoff } from './gaps';

/** What stands about the exceptions of a handoff, as far as its request knows. */
export const keptExceptions = ({ id, fixing }: FixHandoff): KeptException[] =>
	exceptionsIn(fixing.exceptionRows, id);

/** None are offered where no ledger is kept: the gate could not know of one that was granted. */
export const exceptionTermsOf = ({ agreed, fixing }: FixHandoff): ExceptionTerms | undefined =>
	fixing.askedBy === undefined ? undefined : agreed.exceptions;

/** The exceptions about which somebody has to decide, because nothing else has filled the gap. */
export function pendingExceptions(handoff: FixHandoff): AskedException[] {
	const left = new Set(gapsLeft(handoff).map(({ requirementId }) => requirementId));
	return keptExceptions(handoff).flatMap(({ asked }) =>
		asked !== undefined && left.has(asked.requirementId) ? [asked] : [],
	);
}

/** The rows about exceptions among those that a store gave back. */
export const exceptionRowsAmong = (rows: readonly unknown[]): LedgerRow[] =>
	rows.flatMap((row) => {
		const read = ledgerRowSchema.safeParse(row);
		return read.success && isExceptionType(read.data.type) ? [read.data] : [];
	});

/** Whether this person was asked about an exception. */
export const isApprover = ({ approvers }: AskedException, email: string): boolean =>
	approvers.some((approver) => sameAddress(approver, email));
