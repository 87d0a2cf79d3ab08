import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { readAnswer } from '../readAnswer';
import { defineCheck } from './check';
import { say, type Sentence } from '../../language/sentence';
import { AT_ONCE, choiceField, flagField, type CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('boolean'),
	is: z.boolean().optional().describe('The answer that is wanted; either when left out.'),
	emptyIsNo: z
		.boolean()
		.default(false)
		.describe(
			'Whether an absent or empty value means No, as where a system leaves out a box that is not checked.',
		),
}).describe('Yes or no, in the ways in which systems and people write it.');

const FORM: CheckForm = {
	name: 'Yes or No',
	fields: [
		choiceField('Wanted Answer', 'is', {
			...AT_ONCE,
			options: [
				{ name: 'Either', value: 'either' },
				{ name: 'No', value: 'no' },
				{ name: 'Yes', value: 'yes' },
			],
			none: 'either',
		}),
		flagField(
			'Empty Means No',
			'emptyIsNo',
			'Whether a missing value is No, as where a system leaves out a box that is not checked',
		),
	],
	build: ({ is, ...others }) => ({ ...others, is: is === undefined ? undefined : is === 'yes' }),
};

/** Yes or no, in the ways in which systems and people write it; with `is`, the one that is wanted. */
export const booleanCheck = defineCheck(settingsSchema, FORM, ({ is, emptyIsNo }) => {
	const judgeAnswer = (answer: boolean): Sentence | undefined =>
		is === undefined || answer === is ? undefined : say(answer ? 'shortfallYes' : 'shortfallNo');
	return {
		control: { kind: 'yesNo', yes: true, no: false },
		expected: say(is === undefined ? 'expectedYesOrNo' : is ? 'expectedYes' : 'expectedNo'),
		missing: emptyIsNo ? judgeAnswer(false) : say('shortfallMissing'),
		judge: (value) => {
			const answer = readAnswer(value);
			return answer === undefined ? say('shortfallNeither') : judgeAnswer(answer);
		},
	};
});
