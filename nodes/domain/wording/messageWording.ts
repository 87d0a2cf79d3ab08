import { english } from './englishText';

/** What the messages english that go out by Notify, and the receipts. */
export const messageTexts = {
	/** The line above a message in a channel that many read. */
	forWhom: english('For {names}'),
	/** What a side is called whose team the policy does not name: inside a sentence. */
	senderUnnamed: english('the sending team'),
	receiverUnnamed: english('the receiving team'),
	requestSubject: english('Please accept or return: {title}'),
	requestText: english(
		'{sender} hands over “{title}”. {receiver}, please look at it and decide by {due}. Without an answer nothing is accepted.',
	),
	requestRisks: english('Known before you decide'),
	requestWaived: english('Exception granted by {approver} until {until}: {reason}'),
	requestTurn: english('You are asked one after the other: now it is your turn.'),
	requestForwarded: english('{name} handed this on to you:'),
	decideButton: english('Review and decide'),
	recordButton: english('Open the record'),
	codeSubject: english('Your code for: {title}'),
	codeText: english(
		'The decision page of “{title}” asks you for this code. It is yours alone: do not pass it on.',
	),
	reminderSubject: english('Reminder: “{title}” waits for {receiver}'),
	reminderText: english('{receiver} was asked to decide on “{title}” by {due}. Please do so now.'),
	escalationSubject: english('Overdue: “{title}” waits for {receiver}'),
	escalationText: english('Nobody of {receiver} has decided on “{title}”. It was due {due}.'),
	plannedFor: english('This message was planned for {at}: {milestone}.'),
	milestoneShare: english('{percent} % of the time to answer'),
	milestoneDeadline: english('the deadline'),
	milestoneBefore: english('{time} of working time before the deadline'),
	milestoneAfter: english('{time} of working time after the deadline'),
	labelAsked: english('Asked'),
	labelAskedOn: english('Asked on'),
	labelDue: english('It was due'),
	labelBy: english('Decided by'),
	labelAt: english('Decided on'),
	labelProof: english('How we know'),
	labelTime: english('Working time spent'),
	timeOnSides: english('{senderTime} with {sender}, {receiverTime} with {receiver}'),
	proofLink: english('a signed link of their own'),
	proofName: english('the name they typed'),
	proofPassword: english('the password of the page'),
	proofCode: english('a code sent to them'),
	receiptSubject: english('Accepted: {title}'),
	receiptText: english(
		'{name} has accepted “{title}” for {receiver}. There is nothing left to do for {sender}.',
	),
	briefAccepted: english('Accepted by {name} on {at}'),
	briefRemark: english('Accepted by {name} on {at}: {comment}'),
	briefWaived: english('Agreed exceptions'),
	receiptConfirmed: english('Confirmed'),
	receiptCorrected: english('Corrected by {receiver}, please put it into the record'),
	voteSubject: english('Accepted by {name}: {title}'),
	voteText: english(
		'{name} has accepted “{title}”. It counts when {needed} people have; so far: {count}.',
	),
	returnSubject: english('Returned: {title}'),
	returnText: english('{name} of {receiver} has returned “{title}”, for these reasons:'),
	returnNext: english(
		'{sender}, please complete the record. It is checked again when it changes and then goes to {receiver} as the next attempt.',
	),
	expirySubject: english('No decision: {title}'),
	expiryText: english(
		'Nobody of {receiver} decided, and the links are closed now. Nothing was accepted and nothing was returned: “{title}” still waits, and {receiver} still has it.',
	),
	withdrawnSubject: english('Withdrawn: {title}'),
	withdrawnText: english(
		'“{title}” is not to be handed over any more. {receiver} has nothing to decide, and nothing to do for it.',
	),
	withdrawnGone: english('The record is gone.'),
	withdrawnNotToHandOver: english('By the record it is not to be handed over any more.'),
	replacedSubject: english('Changed since you were asked: {title}'),
	replacedText: english(
		'“{title}” has changed since you were asked. The earlier link decides nothing any more; if there is still something to decide, a new request follows.',
	),
	notCountedSubject: english('Not counted: {title}'),
	notCountedText: english('What you decided about “{title}” came too late and does not count.'),
	notYetTitle: english('It is not your turn yet'),
	notYetText: english(
		'“{title}” is put before one person after the other. You get a message when it is your turn.',
	),
	turnRule: english('They are asked one after the other.'),
	historyReturned: english('Attempt {attempt} was returned'),
	historyUnanswered: english('Nobody answered attempt {attempt}'),
	historyEarlier: english('Attempt {attempt} before this one'),
};
export type MessageWording = Record<keyof typeof messageTexts, string>;
