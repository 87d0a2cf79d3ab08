import type { Rate, Spread } from './rate';

/**
 * The figures of a set of handoffs. Every rate counts only what has ended, so that work in progress
 * is neither a success nor a failure.
 */
export interface Measures {
	handoffs: number;
	accepted: number;
	/** Attempts that were put before the receiving team, and how many of them came back. */
	submissions: number;
	returns: number;
	/** Accepted on attempt 1 / handoffs whose attempt 1 has ended. */
	firstPass: Rate;
	/** Found ready by the gate on attempt 1 / handoffs that the gate saw on attempt 1. */
	readyAtFirstLook: Rate;
	/** Returned / submissions that were accepted, returned or left unanswered. */
	returned: Rate;
	/** Left unanswered / the same. */
	unanswered: Rate;
	/** Decided by the first deadline given / submissions whose deadline has passed or were decided. */
	answeredInTime: Rate;
	/** Clocks of SLA Timer that were met / clocks that were met or breached. */
	clocksInTime: Rate;
	/** Handoffs with a waived requirement / handoffs that the gate saw. */
	waived: Rate;
	/** Handoffs with sources that contradict each other / handoffs whose sources were compared. */
	conflicts: Rate;
	/** Returned although the gate had found the record ready / returns of which the verdict is known. */
	escapes: Rate;
	/** Accepted, and later back at the gate for another attempt / accepted. */
	backAfterAccepted: Rate;
	/** Accepted, and returned all the same later / accepted. */
	returnedAfterAccepted: Rate;
	/** Accepted before the deal was closed / accepted of which the close is known. */
	acceptedBeforeClose: Rate;
	/** Attempts of accepted handoffs, up to the acceptance. */
	attempts: Spread;
	/** Business minutes that each team had the ball, of accepted handoffs. */
	receiverMinutes: Spread;
	senderMinutes: Spread;
	/** Business minutes of the receiving team from a request to its decision. */
	answerMinutes: Spread;
	/** Minutes by the wall clock from the close of the deal to the acceptance. */
	closeToAcceptedMinutes: Spread;
	/** The same in business time of the receiving team, where the policy at hand has its calendar. */
	closeToAcceptedBusinessMinutes: Spread;
}
