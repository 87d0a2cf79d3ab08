import type { TypedDecision } from '../../nodes/domain/acceptance/formTerms';
import type { DecisionPageModel } from '../../nodes/domain/acceptance/page/model';
import { WORDINGS } from '../../nodes/domain/language/languages';
import { say } from '../../nodes/domain/language/sentence';
import { wordingChangesSchema } from '../../nodes/domain/language/wording';
import { CONTROLS } from './controls';
import { fullModel } from './decisionPages';
import { told } from './told';

/** The wording with a text added to every word of it. */
const wordingWith = (text: string) => ({
	...WORDINGS.en,
	...wordingChangesSchema.parse(
		Object.fromEntries(
			Object.entries(WORDINGS.en)
				.filter(([key]) => !['language', 'direction', 'timeFormat'].includes(key))
				.map(([key, words]) => [key, `${words} ${text.slice(0, 300)}`]),
		),
	),
});

/** What stands on one line of a page: longer texts get a field of several. */
const onLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60);

const typedWith = (text: string): TypedDecision => ({
	decision: 'return',
	name: text.slice(0, 200),
	checked: [text],
	reasons: [{ code: text, chosen: true, note: text.slice(0, 2000), field: text }],
	comment: text.slice(0, 4000),
	forward: { name: text.slice(0, 200), email: text.slice(0, 254), reason: text.slice(0, 500) },
	question: { text: text.slice(0, 2000), field: text },
	corrections: [{ field: text, texts: { texts: [onLine(text)], currency: text } }],
});

/** A finding whose sentences hold the text as a value. */
const saying = (text: string) =>
	told(say('shortfallNotOfForm', { form: text }), say('expectedOneOf', { values: [text] }));

/** A page on which one text stands in every place that data or wording can reach. */
export const filledWith = (text: string): DecisionPageModel => ({
	...fullModel,
	title: text,
	senderTeam: text,
	receiverTeam: text,
	wording: wordingWith(text),
	branding: { accent: text, logo: text },
	timezone: text,
	recordUrl: text,
	recordSystem: text,
	senderName: text,
	reader: { name: text, email: text },
	policy: { name: text, version: text },
	packet: [
		{ label: text, value: text, corrected: { name: text, from: text } },
		{ label: text, value: text, link: { label: text, url: 'https://x.example/' } },
	],
	correctable: [
		...CONTROLS.map(([, control], index) => ({
			field: index === 0 ? text : `${text}${index}`,
			label: text,
			value: control.kind === 'choices' ? [onLine(text)] : onLine(text),
			currency: text,
			control: {
				...control,
				...('options' in control && { options: [`${text}3`, `${text}4`] }),
				...('currencies' in control && { currencies: [text] }),
				alsoAccepted: [onLine(text)],
			},
		})),
	],
	corrected: {
		corrections: [{ label: text, from: text, to: text }],
		ready: false,
		open: [{ label: text, ...saying(text) }],
	},
	findings: fullModel.findings.map((finding) => ({
		...finding,
		label: text,
		...saying(text),
		seen: text,
		fixer: text,
		waiver: finding.waiver && {
			requirementId: text,
			reason: text,
			approvedBy: text,
			expiresAt: text,
		},
	})),
	proposals: [
		{ field: text, label: text, value: text, quote: text, source: text, verified: false },
	],
	changes: { attempt: 1, changed: true, fixed: [text], stillOpen: [text], newlyOpen: [text] },
	checklist: [{ id: text, label: text, required: true }],
	returnReasons: [{ code: text, label: text, needsNote: true }],
	fields: [{ field: text, label: text }],
	history: [{ at: 0, text }],
	questions: [
		{ asked: text, text, answered: { said: text, text } },
		{ asked: text, text, note: text },
	],
	nonce: text,
	errors: [{ code: 'tooLong', name: text, label: text }],
	typed: typedWith(text),
});
