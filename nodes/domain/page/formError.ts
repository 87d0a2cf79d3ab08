import type { Shortfall } from '../wording/formatFinding';

/** The longest texts that a form takes, in characters. */
export const FORM_LIMITS = {
	name: 200,
	email: 254,
	reason: 500,
	note: 2000,
	comment: 4000,
	value: 4000,
};

export type FormErrorCode =
	| 'decisionMissing'
	| 'nameMissing'
	| 'checkMissing'
	| 'reasonMissing'
	| 'noteMissing'
	| 'passwordWrong'
	| 'codeWrong'
	| 'colleagueNameMissing'
	| 'colleagueEmailMissing'
	| 'colleagueIsSender'
	| 'colleagueIsAsked'
	| 'colleagueIsOutside'
	| 'forwardReasonMissing'
	| 'questionMissing'
	| 'questionsUsedUp'
	| 'answerMissing'
	| 'correctionRefused'
	| 'valueUnread'
	| 'tooLong'
	| 'nothingSent'
	| 'sentAtOnce'
	| 'valueRefused'
	| 'exceptionReasonMissing'
	| 'exceptionUntilMissing'
	| 'exceptionUntilUnread'
	| 'exceptionUntilPast'
	| 'exceptionUntilLong'
	| 'approvalMissing'
	| 'unknown';

/** One thing to mend before the decision counts. */
export interface FormError {
	code: FormErrorCode;
	/** The form field to go to; also its id on the page. */
	name: string;
	/** The item, reason or text that is meant, in words; empty when the code says it all. */
	label: string;
	/** A day that is meant, as ISO text; the reader's own language writes it in place of the label. */
	day?: string;
	/** What is wrong with the value. */
	finding?: Shortfall;
}
