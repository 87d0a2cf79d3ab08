import type { comparisonTexts, findingTexts, kindTexts } from './comparisonWording';
import { english } from './englishText';

/**
 * What findings english. The English texts are the very sentences that the checks write: a finding is
 * said in another language by finding its sentence here. Within a group the first one that fits
 * counts, so those with more words of their own stand first.
 */
export const shortfallTexts = {
	shortfallMissing: english('is missing'),
	shortfallUnreadable: english('cannot be read'),
	shortfallNotText: english('is not text'),
	shortfallTooShort: english('is shorter than {count} characters'),
	shortfallTooLongForPattern: english('is longer than {count} characters, too long for a pattern'),
	shortfallTooLong: english('is longer than {count} characters'),
	shortfallNotNumber: english('is not a number'),
	shortfallNotWhole: english('is not a whole number'),
	shortfallBelow: english('is below {limit}'),
	shortfallAbove: english('is above {limit}'),
	shortfallNotMoney: english('is not an amount of money'),
	shortfallTwoWays: english('can be read in two ways: {value}'),
	shortfallNoCurrency: english('has no currency'),
	shortfallCurrencyDiffers: english('is in {currency}, but {field} says {stated}'),
	shortfallFarDate: english('is not a date from {first} to {end}'),
	shortfallNotDate: english('is not a date'),
	shortfallBefore: english('is before {limit}'),
	shortfallAfter: english('is after {limit}'),
	shortfallFarDateBeside: english(
		'cannot be compared, because {field} is not a date from {first} to {end}',
	),
	shortfallNoDateBeside: english('cannot be compared, because {field} is not a date'),
	shortfallNothingBeside: english('cannot be compared, because {field} is missing'),
	shortfallNotEmail: english('is not an e-mail address'),
	shortfallNotUrl: english('is not a web address'),
	shortfallNotPhone: english('is not a phone number'),
	shortfallNoCountry: english('does not start with + and the country'),
	shortfallNotAgreed: english('is not one of the agreed values'),
	shortfallNeither: english('is neither yes nor no'),
	shortfallYes: english('is yes'),
	shortfallNo: english('is no'),
	shortfallNotSame: english('is not the same as {field}'),
	shortfallNoChange: english('has no date of its last change in {field}'),
	shortfallOldChange: english('was last changed {count} days ago'),
	shortfallNotList: english('is not a list'),
	shortfallTooFew: english('has {count} of at least {min} entries'),
	shortfallTooMany: english('has {count} of at most {max} entries'),
	shortfallWrongEntry: english('has a wrong entry: number {index} {shortfall}'),
	shortfallMissingInMain: english('is missing in {system}, whose word counts'),
	shortfallMissingIn: english('is missing in {system}'),
	shortfallNotComparable: english('cannot be compared as {kind}: {statements}'),
	shortfallDiffers: english('differs: {statements}; {system} counts'),
	shortfallNoType: english('is no {type}: {words}'),
	shortfallOtherType: english('is compared with what is no {type}: {words}'),
	shortfallNoneMet: english('does not meet any of: {words}'),
	shortfallNotMet: english('does not meet: {words}'),
	shortfallNotIn: english('is not in {currencies}'),
	shortfallNotAt: english('is not at {hosts}'),
	shortfallNotOfForm: english('is not {form}'),
};

/** What is expected of a value, and the parts that such a sentence is made of. */
export const expectedTexts = {
	expectedValue: english('a value'),
	expectedText: english('text'),
	expectedTextLength: english('text {range} characters'),
	expectedTextLengthForm: english('text {range} characters {form}'),
	expectedTextForm: english('text {form}'),
	expectedNumber: english('a number'),
	expectedNumberRange: english('a number {range}'),
	expectedWhole: english('a whole number'),
	expectedWholeRange: english('a whole number {range}'),
	expectedMoney: english('an amount of money'),
	expectedMoneyRange: english('an amount of money {range}'),
	expectedMoneyIn: english('an amount of money in {currencies}'),
	expectedMoneyRangeIn: english('an amount of money {range} in {currencies}'),
	expectedDate: english('a date'),
	expectedDateSpan: english('a date not before {bound} not after {bound2}'),
	expectedDateFrom: english('a date not before {bound}'),
	expectedDateTo: english('a date not after {bound}'),
	expectedEmail: english('an e-mail address'),
	expectedUrl: english('a web address'),
	expectedUrlAt: english('a web address at {hosts}'),
	expectedPhone: english('a phone number'),
	expectedPhoneCountry: english('a phone number that starts with +'),
	expectedOneOf: english('one of: {values}'),
	expectedYesOrNo: english('yes or no'),
	expectedYes: english('yes'),
	expectedNo: english('no'),
	expectedSame: english('the same as {field}'),
	expectedFreshDay: english('a value changed within the last 1 day, by {field}'),
	expectedFresh: english('a value changed within the last {count} days, by {field}'),
	expectedAgreement: english('the same {kind} in {systems}'),
	expectedCondition: english('a value with which this holds: {words}'),
	expectedList: english('a list'),
	expectedListRange: english('a list {range} entries'),
	expectedListEach: english('a list, each {entry}'),
	expectedListRangeEach: english('a list {range} entries, each {entry}'),
	rangeBetween: english('from {min} to {max}'),
	rangeExactly: english('exactly {min}'),
	rangeFrom: english('at least {min}'),
	rangeTo: english('at most {max}'),
	formPattern: english('of the form {pattern}'),
	boundToday: english('today'),
	boundDayAfter: english('1 day after {bound}'),
	boundDaysAfter: english('{count} days after {bound}'),
	boundWorkingDayAfter: english('1 working day after {bound}'),
	boundWorkingDaysAfter: english('{count} working days after {bound}'),
	boundDayBefore: english('1 day before {bound}'),
	boundDaysBefore: english('{count} days before {bound}'),
	boundWorkingDayBefore: english('1 working day before {bound}'),
	boundWorkingDaysBefore: english('{count} working days before {bound}'),
	listOr: english('{first} or {last}'),
	listAnd: english('{first} and {last}'),
};

type TextsOf<Texts> = Record<keyof Texts, string>;

/** Everything that findings say; a language that leaves one out does not compile. */
export type FindingWording = TextsOf<
	typeof shortfallTexts &
		typeof expectedTexts &
		typeof findingTexts &
		typeof kindTexts &
		typeof comparisonTexts
>;
