import { say } from './wordingText';

/** What values are compared as, by the names that policies use. */
export const kindTexts = {
	kindDate: say('date'),
	kindEmail: say('email'),
	kindMoney: say('money'),
	kindName: say('name'),
	kindNumber: say('number'),
	kindPhone: say('phone'),
	kindText: say('text'),
	typeList: say('array'),
	typeYesOrNo: say('boolean'),
	typeTime: say('dateTime'),
	typeNumber: say('number'),
	typeObject: say('object'),
	typeText: say('string'),
};

/** What systems and conditions say; a condition's words stand between its two sides. */
export const comparisonTexts = {
	statement: say('{system} says {value}'),
	operatorHasNotAsMany: say('has not as many entries as'),
	operatorHasAtLeast: say('has at least as many entries as'),
	operatorHasAtMost: say('has at most as many entries as'),
	operatorHasMore: say('has more entries than'),
	operatorHasFewer: say('has fewer entries than'),
	operatorHasAsMany: say('has as many entries as'),
	operatorNotContains: say('does not contain'),
	operatorNotStarts: say('does not start with'),
	operatorNotEnds: say('does not end with'),
	operatorContains: say('contains'),
	operatorStarts: say('starts with'),
	operatorEnds: say('ends with'),
	operatorNotThere: say('is not there'),
	operatorNotEmpty: say('is not empty'),
	operatorNotBefore: say('is not before'),
	operatorNotAfter: say('is not after'),
	operatorThere: say('is there'),
	operatorEmpty: say('is empty'),
	operatorAbove: say('is above'),
	operatorBelow: say('is below'),
	operatorAtLeast: say('is at least'),
	operatorAtMost: say('is at most'),
	operatorAfter: say('is after'),
	operatorBefore: say('is before'),
	operatorTrue: say('is true'),
	operatorFalse: say('is false'),
	operatorIsNot: say('is not'),
	operatorIs: say('is'),
};

/** How a finding is said, and by whom it is fixed where the policy names only the side. */
export const findingTexts = {
	findingSaid: say('{label} {problem}'),
};
