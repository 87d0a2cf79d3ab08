import { z } from 'zod';
import { cleanText } from '../message/plainText';
import { comparisonTexts, findingTexts, kindTexts } from './comparisonWording';
import { correctionTexts } from './correctionWording';
import { expectedTexts, problemTexts } from './findingWording';
import { messageTexts } from './messageWording';
import { english } from './englishText';

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
		timeFormat: english('ccc d LLLL yyyy, HH:mm'),
		pageTitle: english('Handoff: {title}'),
		errorTitle: english('Please check: {title}'),
		skipToDecision: english('Go to the decision'),
		kicker: english('{sender} → {receiver}'),
		lede: english('{sender} hands this over to {receiver}. Read what comes with it, then decide.'),
		attempt: english('Attempt {attempt}'),
		respondBy: english('Please decide by'),
		overdue: english('Overdue'),
		handedOverBy: english('Handed over by'),
		record: english('Record'),
		openRecord: english('Open in {system}'),
		openPlainRecord: english('Open the record'),
		opensNewTab: english('opens in a new tab'),
		packetTitle: english('What you receive'),
		emptyValue: english('not given'),
		moreEntries: english('{count} more are in the record.'),
		findingsTitle: english('Still open'),
		findingsLede: english('{sender} knows about these points and hands over all the same.'),
		findingWaived: english('Exception granted'),
		findingOpen: english('Open'),
		waivedBy: english('Granted by {approver} until {until}: {reason}'),
		expected: english('Expected: {expected}'),
		seen: english('Found: {seen}'),
		fixer: english('To be fixed by: {fixer}'),
		proposalsTitle: english('Proposed, not confirmed'),
		proposalsLede: english(
			'Read from a text, not entered by a person. Check before you rely on it.',
		),
		quoteFrom: english('From {source}'),
		quoteVerified: english('These words are in the source.'),
		quoteMissing: english('These words were not found in the source.'),
		changesTitle: english('Since attempt {attempt}'),
		changedFixed: english('Fixed'),
		changedStillOpen: english('Still open'),
		changedNewlyOpen: english('Newly open'),
		nothingChanged: english('Nothing has changed since then.'),
		decideTitle: english('Your decision'),
		required: english('required'),
		optional: english('optional'),
		accept: english('Accept'),
		acceptHint: english('We have what we need. {receiver} takes over.'),
		return: english('Return'),
		returnHint: english('Something is missing. {sender} gets your reasons and fixes it.'),
		checklistTitle: english('By accepting, you confirm'),
		reasonsTitle: english('Why do you return it?'),
		reasonsHint: english('Choose every reason that applies.'),
		note: english('What exactly is missing or wrong?'),
		field: english('Which field does it concern?'),
		noField: english('No particular field'),
		comment: english('Comment for {sender}'),
		name: english('Your name'),
		nameHint: english('Kept with the decision. This link was made for {reader}.'),
		submit: english('Send decision'),
		submitAccept: english('Accept this handoff'),
		submitReturn: english('Return this handoff'),
		submitHint: english('The first decision counts, and it cannot be changed here.'),
		password: english('Password'),
		passwordHint: english('The one that your team agreed for handoffs.'),
		code: english('Code'),
		codeHint: english('It was sent to {reader} in a separate message.'),
		forward: english('Forward'),
		forwardHint: english('Somebody else has to decide. You hand the question on.'),
		colleagueName: english('Name of your colleague'),
		colleagueEmail: english('E-mail address of your colleague'),
		forwardReason: english('Why do you forward it?'),
		submitForward: english('Forward this handoff'),
		voteRule: english('{needed} people must accept it. Accepted so far: {count}.'),
		voteHint: english('One return sends it back. What you send cannot be changed here.'),
		historyTitle: english('History'),
		historyChecked: english('Checked, attempt {attempt}'),
		historyAsked: english('{sender} asked {receiver}'),
		historyReminded: english('Reminded: {milestone}'),
		historyForwarded: english('{from} forwarded it to {name}: {reason}'),
		historyAccepted: english('{name} accepted it'),
		agreement: english('Agreed in “{policy}”, version {version}.'),
		errorsTitle: english('Nothing was sent yet. Please check:'),
		decisionMissing: english('Choose whether you accept or return it.'),
		nameMissing: english('Enter your name.'),
		checkMissing: english('Confirm “{label}”, or return the handoff.'),
		reasonMissing: english('Say why you return it.'),
		noteMissing: english('Add a note to “{label}”.'),
		passwordWrong: english('This is not the password.'),
		codeWrong: english('This is not the code that was sent to you.'),
		colleagueNameMissing: english('Enter the name of your colleague.'),
		colleagueEmailMissing: english('Enter the e-mail address of your colleague.'),
		colleagueIsSender: english('The sender cannot decide on it. Choose somebody else.'),
		colleagueIsAsked: english('This person was asked already. Choose somebody else.'),
		colleagueIsOutside: english('You can forward it to addresses at {label} only.'),
		forwardReasonMissing: english('Say why you forward it.'),
		tooLong: english('Use at most {label} characters.'),
		unknown: english('This page is out of date. Open the link again.'),
		acceptedTitle: english('Accepted. Thank you.'),
		acceptedText: english('“{title}” is now with {receiver}. {sender} is being told.'),
		returnedTitle: english('Returned. Thank you.'),
		returnedText: english('“{title}” goes back to {sender} with your reasons.'),
		forwardedTitle: english('Forwarded'),
		forwardedText: english('{name} decides on “{title}” now. This link only shows where it went.'),
		votedTitle: english('You have accepted. Thank you.'),
		votedText: english('{needed} people must accept “{title}”. Accepted so far: {count}.'),
		alreadyTitle: english('Somebody was faster'),
		alreadyText: english('“{title}” has already been decided. Nothing you sent was counted.'),
		alreadyAccepted: english('{name} accepted it on {at}.'),
		alreadyReturned: english('{name} returned it on {at}.'),
		busyText: english(
			'Nothing you sent was counted. Open the link again to see where “{title}” stands.',
		),
		closedTitle: english('This link is no longer valid'),
		closedText: english(
			'The request was closed or asked again. Use the link in the newest message.',
		),
		notReceiverTitle: english('This link is not for you to decide'),
		notReceiverText: english('Only the people asked by {receiver} can decide, never the sender.'),
		unreadableTitle: english('We could not read what was sent'),
		unreadableText: english(
			'Nothing was decided. Open the link again and send your decision once more.',
		),
		closeWindow: english('You can close this window.'),
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
