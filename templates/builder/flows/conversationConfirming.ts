import { slack } from '../channel/slack';
import { ask, httpCall } from '../nodes/coreNodes';
import { setFields } from '../nodes/setFields';
import type { TemplateNode } from '../nodes/workflow';
import { API, at, CREDENTIAL, FIELDS, given, NAMES } from './conversationNames';
import { confirmForm } from './conversationNodes';
import { buttonMessage, noteOnDeal, WHAT_HOLDS, WHAT_WAS_SAID } from './conversationTexts';

const CHECK_ROW = 2.6;
const confirmAt = (place: number) => at(0.2 + place * 1.1, 5.1);

/** Only what was said word for word is put before the seller, and only what the seller sends is written. */
export const confirmProposals = (): TemplateNode[] => [
	setFields({ name: NAMES.holds, at: at(8.4, CHECK_ROW) }, WHAT_HOLDS),
	ask({ name: NAMES.doesHold, at: at(9.4, CHECK_ROW) }, '={{ $json.proposals.length > 0 }}'),
	setFields({ name: NAMES.words, at: confirmAt(0) }, WHAT_WAS_SAID),
	setFields({ name: NAMES.message, at: confirmAt(1) }, buttonMessage(given('deal'))),
	...(slack.findPerson === undefined
		? []
		: [
				slack.findPerson(
					{ name: NAMES.findSeller, at: confirmAt(2) },
					`${given('record')}.owner.email`,
				),
			]),
	slack.tellPerson(
		{ name: NAMES.tellSeller, at: confirmAt(3) },
		{
			message: given('message'),
			email: `${given('record')}.owner.email`,
			instead: `${given('settings')}.handoffChannel`,
		},
	),
	confirmForm(
		{ name: NAMES.confirm, at: confirmAt(4) },
		{
			description: `'Correct what is wrong and empty what was not agreed. ' + ${given('words')}.quotes`,
			valueOf: (field) =>
				`${given('holds')}.proposals.find((one) => one.field === 'properties.${field}')?.value ?? ''`,
		},
	),
	ask({ name: NAMES.isConfirmed, at: confirmAt(5) }, '={{ Boolean($json.submittedAt) }}'),
	httpCall({
		name: NAMES.write,
		at: confirmAt(6),
		method: 'PATCH',
		url: `=${API}/objects/deals/{{ ${given('deal')}.id }}`,
		credential: CREDENTIAL,
		body: `={{ JSON.stringify({ properties: Object.fromEntries(${FIELDS}.map((field) => [field.name, $json[field.label]]).filter(([, value]) => value)) }) }}`,
	}),
	setFields({ name: NAMES.note, at: confirmAt(7) }, noteOnDeal(given('deal'), given('words'))),
	{
		...httpCall({
			name: NAMES.keepNote,
			at: confirmAt(8),
			method: 'POST',
			url: `${API}/objects/notes`,
			credential: CREDENTIAL,
			body: '={{ JSON.stringify($json) }}',
		}),
		onError: 'continueRegularOutput',
	},
];
