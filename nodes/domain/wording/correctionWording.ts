import { say } from './wordingText';

/** What the page says where the policy lets the receiving team correct values. */
export const correctionTexts = {
	correctTitle: say('Correct a value'),
	correctHint: say(
		'Change only what is wrong. {sender} is told what you changed; the record itself stays as it is.',
	),
	correctList: say('One entry a line.'),
	correctCheck: say('Check my corrections'),
	correctedTitle: say('With your corrections'),
	correctedValue: say('{label}: {to} instead of {from}'),
	correctedReady: say('Judged again, the handoff is ready.'),
	correctedOpen: say('Judged again, this stays open: {points}.'),
	correctedNothing: say('You have not changed any value yet.'),
	correctedNote: say('Nothing was sent yet.'),
	correctedBy: say('Corrected by {name}; it was {from}.'),
	correctionRefused: say('With this value it would not be ready: {label}.'),
	noValue: say('no value'),
	valueYes: say('Yes'),
	valueNo: say('No'),
	historyCorrected: say('{name} corrected {label}: {to} instead of {from}'),
};
