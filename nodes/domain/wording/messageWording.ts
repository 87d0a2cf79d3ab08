import { say } from './wordingText';

/** What the messages say that go out by Notify, and the receipts. */
export const messageTexts = {
	/** What a side is called whose team the policy does not name: inside a sentence. */
	senderUnnamed: say('the sending team'),
	receiverUnnamed: say('the receiving team'),
	requestSubject: say('Please accept or return: {title}'),
	requestText: say(
		'{sender} hands over “{title}”. {receiver}, please look at it and decide by {due}. Without an answer nothing is accepted.',
	),
	requestRisks: say('Known before you decide'),
	requestWaived: say('Exception granted by {approver} until {until}: {reason}'),
	requestTurn: say('You are asked one after the other: now it is your turn.'),
	requestForwarded: say('{name} handed this on to you:'),
	decideButton: say('Review and decide'),
	recordButton: say('Open the record'),
	codeSubject: say('Your code for: {title}'),
	codeText: say(
		'The decision page of “{title}” asks you for this code. It is yours alone: do not pass it on.',
	),
	reminderSubject: say('Reminder: “{title}” waits for {receiver}'),
	reminderText: say('{receiver} was asked to decide on “{title}” by {due}. Please do so now.'),
	escalationSubject: say('Overdue: “{title}” waits for {receiver}'),
	escalationText: say('Nobody of {receiver} has decided on “{title}”. It was due {due}.'),
	plannedFor: say('This message was planned for {at}: {milestone}.'),
	milestoneShare: say('{percent} % of the time to answer'),
	milestoneDeadline: say('the deadline'),
	milestoneBefore: say('{time} of working time before the deadline'),
	milestoneAfter: say('{time} of working time after the deadline'),
	labelAsked: say('Asked'),
	labelAskedOn: say('Asked on'),
	labelDue: say('It was due'),
	labelBy: say('Decided by'),
	labelAt: say('Decided on'),
	labelProof: say('How we know'),
	labelTime: say('Working time spent'),
	timeOnSides: say('{senderTime} with {sender}, {receiverTime} with {receiver}'),
	proofLink: say('a signed link of their own'),
	proofName: say('the name they typed'),
	proofPassword: say('the password of the page'),
	proofCode: say('a code sent to them'),
	receiptSubject: say('Accepted: {title}'),
	receiptText: say(
		'{name} has accepted “{title}” for {receiver}. There is nothing left to do for {sender}.',
	),
	receiptConfirmed: say('Confirmed'),
	receiptCorrected: say('Corrected by {receiver}, please put it into the record'),
	voteSubject: say('Accepted by {name}: {title}'),
	voteText: say(
		'{name} has accepted “{title}”. It counts when {needed} people have; so far: {count}.',
	),
	returnSubject: say('Returned: {title}'),
	returnText: say('{name} of {receiver} has returned “{title}”, for these reasons:'),
	returnNext: say(
		'{sender}, please complete the record. It is checked again when it changes and then goes to {receiver} as the next attempt.',
	),
	expirySubject: say('No decision: {title}'),
	expiryText: say(
		'Nobody of {receiver} decided, and the links are closed now. Nothing was accepted and nothing was returned: “{title}” still waits, and {receiver} still has it.',
	),
	notYetTitle: say('It is not your turn yet'),
	notYetText: say(
		'“{title}” is put before one person after the other. You get a message when it is your turn.',
	),
	turnRule: say('They are asked one after the other.'),
	historyReturned: say('Attempt {attempt} was returned'),
	historyUnanswered: say('Nobody answered attempt {attempt}'),
	historyEarlier: say('Attempt {attempt} before this one'),
};
export type MessageWording = Record<keyof typeof messageTexts, string>;
