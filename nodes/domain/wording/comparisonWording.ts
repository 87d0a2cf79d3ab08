import { english } from './englishText';

/** What values are compared as, by the names that policies use. */
export const kindTexts = {
	kindDate: english('date'),
	kindEmail: english('email'),
	kindMoney: english('money'),
	kindName: english('name'),
	kindNumber: english('number'),
	kindPhone: english('phone'),
	kindText: english('text'),
	typeList: english('array'),
	typeYesOrNo: english('boolean'),
	typeTime: english('dateTime'),
	typeNumber: english('number'),
	typeObject: english('object'),
	typeText: english('string'),
};

/** What systems and conditions english; a condition's words stand between its two sides. */
export const comparisonTexts = {
	statement: english('{system} says {value}'),
	operatorHasNotAsMany: english('has not as many entries as'),
	operatorHasAtLeast: english('has at least as many entries as'),
	operatorHasAtMost: english('has at most as many entries as'),
	operatorHasMore: english('has more entries than'),
	operatorHasFewer: english('has fewer entries than'),
	operatorHasAsMany: english('has as many entries as'),
	operatorNotContains: english('does not contain'),
	operatorNotStarts: english('does not start with'),
	operatorNotEnds: english('does not end with'),
	operatorContains: english('contains'),
	operatorStarts: english('starts with'),
	operatorEnds: english('ends with'),
	operatorNotThere: english('is not there'),
	operatorNotEmpty: english('is not empty'),
	operatorNotBefore: english('is not before'),
	operatorNotAfter: english('is not after'),
	operatorThere: english('is there'),
	operatorEmpty: english('is empty'),
	operatorAbove: english('is above'),
	operatorBelow: english('is below'),
	operatorAtLeast: english('is at least'),
	operatorAtMost: english('is at most'),
	operatorAfter: english('is after'),
	operatorBefore: english('is before'),
	operatorTrue: english('is true'),
	operatorFalse: english('is false'),
	operatorIsNot: english('is not'),
	operatorIs: english('is'),
};

/** How a finding is said, and by whom it is fixed where the policy names only the side. */
export const findingTexts = {
	findingSaid: english('{label} {shortfall}'),
};
