import { z } from 'zod';
import { cleanText } from '../message/plainText';
import { comparisonTexts, findingTexts, kindTexts } from './comparisonWording';
import { correctionTexts } from './correctionWording';
import { expectedTexts, problemTexts } from './findingWording';
import { messageTexts } from './messageWording';
import { say } from './wordingText';

function isLocale(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}

/**
 * Every word on the decision page and its closing pages. A word in braces, such as `{sender}`, is
 * filled in; which ones a text knows, its default shows.
 */
export const wordingSchema = z
	.object({
		/** BCP 47 tag: for the page and for the names of days and months. */
		language: z
			.string()
			.refine(isLocale, 'is not a language tag such as en or pt-BR')
			.default('en'),
		direction: z.enum(['ltr', 'rtl']).default('ltr'),
		/** Luxon's tokens: https://moment.github.io/luxon/#/formatting?id=table-of-tokens */
		timeFormat: say('ccc d LLLL yyyy, HH:mm'),
		pageTitle: say('Handoff: {title}'),
		errorTitle: say('Please check: {title}'),
		skipToDecision: say('Go to the decision'),
		kicker: say('{sender} → {receiver}'),
		lede: say('{sender} hands this over to {receiver}. Read what comes with it, then decide.'),
		attempt: say('Attempt {attempt}'),
		respondBy: say('Please decide by'),
		overdue: say('Overdue'),
		handedOverBy: say('Handed over by'),
		record: say('Record'),
		openRecord: say('Open in {system}'),
		openPlainRecord: say('Open the record'),
		opensNewTab: say('opens in a new tab'),
		packetTitle: say('What you receive'),
		emptyValue: say('not given'),
		moreEntries: say('{count} more are in the record.'),
		findingsTitle: say('Still open'),
		findingsLede: say('{sender} knows about these points and hands over all the same.'),
		findingWaived: say('Exception granted'),
		findingOpen: say('Open'),
		waivedBy: say('Granted by {approver} until {until}: {reason}'),
		expected: say('Expected: {expected}'),
		seen: say('Found: {seen}'),
		fixer: say('To be fixed by: {fixer}'),
		proposalsTitle: say('Proposed, not confirmed'),
		proposalsLede: say('Read from a text, not entered by a person. Check before you rely on it.'),
		quoteFrom: say('From {source}'),
		quoteVerified: say('These words are in the source.'),
		quoteMissing: say('These words were not found in the source.'),
		changesTitle: say('Since attempt {attempt}'),
		changedFixed: say('Fixed'),
		changedStillOpen: say('Still open'),
		changedNewlyOpen: say('Newly open'),
		nothingChanged: say('Nothing has changed since then.'),
		decideTitle: say('Your decision'),
		required: say('required'),
		optional: say('optional'),
		accept: say('Accept'),
		acceptHint: say('We have what we need. {receiver} takes over.'),
		return: say('Return'),
		returnHint: say('Something is missing. {sender} gets your reasons and fixes it.'),
		checklistTitle: say('By accepting, you confirm'),
		reasonsTitle: say('Why do you return it?'),
		reasonsHint: say('Choose every reason that applies.'),
		note: say('What exactly is missing or wrong?'),
		field: say('Which field does it concern?'),
		noField: say('No particular field'),
		comment: say('Comment for {sender}'),
		name: say('Your name'),
		nameHint: say('Kept with the decision. This link was made for {reader}.'),
		submit: say('Send decision'),
		submitAccept: say('Accept this handoff'),
		submitReturn: say('Return this handoff'),
		submitHint: say('The first decision counts, and it cannot be changed here.'),
		password: say('Password'),
		passwordHint: say('The one that your team agreed for handoffs.'),
		code: say('Code'),
		codeHint: say('It was sent to {reader} in a separate message.'),
		forward: say('Forward'),
		forwardHint: say('Somebody else has to decide. You hand the question on.'),
		colleagueName: say('Name of your colleague'),
		colleagueEmail: say('E-mail address of your colleague'),
		forwardReason: say('Why do you forward it?'),
		submitForward: say('Forward this handoff'),
		voteRule: say('{needed} people must accept it. Accepted so far: {count}.'),
		voteHint: say('One return sends it back. What you send cannot be changed here.'),
		historyTitle: say('History'),
		historyChecked: say('Checked, attempt {attempt}'),
		historyAsked: say('{sender} asked {receiver}'),
		historyReminded: say('Reminded: {milestone}'),
		historyForwarded: say('{from} forwarded it to {name}: {reason}'),
		historyAccepted: say('{name} accepted it'),
		agreement: say('Agreed in “{policy}”, version {version}.'),
		errorsTitle: say('Nothing was sent yet. Please check:'),
		decisionMissing: say('Choose whether you accept or return it.'),
		nameMissing: say('Enter your name.'),
		checkMissing: say('Confirm “{label}”, or return the handoff.'),
		reasonMissing: say('Say why you return it.'),
		noteMissing: say('Add a note to “{label}”.'),
		passwordWrong: say('This is not the password.'),
		codeWrong: say('This is not the code that was sent to you.'),
		colleagueNameMissing: say('Enter the name of your colleague.'),
		colleagueEmailMissing: say('Enter the e-mail address of your colleague.'),
		colleagueIsSender: say('The sender cannot decide on it. Choose somebody else.'),
		colleagueIsAsked: say('This person was asked already. Choose somebody else.'),
		colleagueIsOutside: say('You can forward it to addresses at {label} only.'),
		forwardReasonMissing: say('Say why you forward it.'),
		tooLong: say('Use at most {label} characters.'),
		unknown: say('This page is out of date. Open the link again.'),
		acceptedTitle: say('Accepted. Thank you.'),
		acceptedText: say('“{title}” is now with {receiver}. {sender} is being told.'),
		returnedTitle: say('Returned. Thank you.'),
		returnedText: say('“{title}” goes back to {sender} with your reasons.'),
		forwardedTitle: say('Forwarded'),
		forwardedText: say('{name} decides on “{title}” now. This link only shows where it went.'),
		votedTitle: say('You have accepted. Thank you.'),
		votedText: say('{needed} people must accept “{title}”. Accepted so far: {count}.'),
		alreadyTitle: say('Somebody was faster'),
		alreadyText: say('“{title}” has already been decided. Nothing you sent was counted.'),
		alreadyAccepted: say('{name} accepted it on {at}.'),
		alreadyReturned: say('{name} returned it on {at}.'),
		busyText: say(
			'Nothing you sent was counted. Open the link again to see where “{title}” stands.',
		),
		closedTitle: say('This link is no longer valid'),
		closedText: say('The request was closed or asked again. Use the link in the newest message.'),
		notReceiverTitle: say('This link is not for you to decide'),
		notReceiverText: say('Only the people asked by {receiver} can decide, never the sender.'),
		unreadableTitle: say('We could not read what was sent'),
		unreadableText: say(
			'Nothing was decided. Open the link again and send your decision once more.',
		),
		closeWindow: say('You can close this window.'),
		...correctionTexts,
		...messageTexts,
		...findingTexts,
		...problemTexts,
		...expectedTexts,
		...kindTexts,
		...comparisonTexts,
	})
	.strict();
export type Wording = z.infer<typeof wordingSchema>;

/** Texts that take the place of those of a ready wording; the others stay. */
export const wordingChangesSchema = wordingSchema.partial();

/** Fills the words in braces; one that has no value stays as it is written. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
	text.replace(/\{(\w+)\}/g, (braced, name: string) =>
		Object.hasOwn(values, name) ? cleanText(String(values[name])) : braced,
	);
