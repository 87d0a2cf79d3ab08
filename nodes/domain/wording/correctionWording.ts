import { english } from './englishText';

/** What the page says where the policy lets the receiving team correct values. */
export const correctionTexts = {
	correctTitle: english('Correct a value'),
	correctHint: english(
		'Change only what is wrong. {sender} is told what you changed; the record itself stays as it is.',
	),
	correctList: english('One entry a line.'),
	correctCheck: english('Check my corrections'),
	correctedTitle: english('With your corrections'),
	correctedValue: english('{label}: {to} instead of {from}'),
	correctedReady: english('Judged again, the handoff is ready.'),
	correctedOpen: english('Judged again, this stays open: {points}.'),
	correctedNothing: english('You have not changed any value yet.'),
	correctedNote: english('Nothing was sent yet.'),
	correctedBy: english('Corrected by {name}; it was {from}.'),
	correctionRefused: english('With this value it would not be ready: {label}.'),
	noValue: english('no value'),
	valueYes: english('Yes'),
	valueNo: english('No'),
	historyCorrected: english('{name} corrected {label}: {to} instead of {from}'),
};
