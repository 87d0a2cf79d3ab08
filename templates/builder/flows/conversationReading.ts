import { hubspot } from '../crm/hubspot';
import { ask, httpCall } from '../nodes/coreNodes';
import { gateAlone } from '../nodes/gateAlone';
import { setFields } from '../nodes/setFields';
import type { TemplateNode } from '../nodes/workflow';
import { API, at, CREDENTIAL, FIELDS, given, NAMES } from './conversationNames';
import { chatModel, extractProposals } from './conversationNodes';
import { PROPOSAL_FIELDS } from './proposalFields';

const READ_ROW = 2.6;
const MODEL_ROW = 3.6;

/** The rules say what is open and whether a quote holds; the model only looks for words. */
export const readConversation = (): TemplateNode[] => [
	httpCall({
		name: NAMES.deal,
		at: at(0.2, READ_ROW),
		url: `=${API}/objects/deals/{{ ${given('text')}.dealId }}`,
		credential: CREDENTIAL,
		query: {
			properties: [
				'dealname,amount,dealstage,description,hubspot_owner_id',
				...PROPOSAL_FIELDS.map(({ name }) => name),
			].join(','),
		},
	}),
	{
		...httpCall({
			name: NAMES.owner,
			at: at(1.3, READ_ROW),
			url: `=${API}/owners/{{ ${given('deal')}.properties.hubspot_owner_id }}`,
			credential: CREDENTIAL,
		}),
		onError: 'continueRegularOutput',
	},
	setFields({ name: NAMES.open, at: at(2.4, READ_ROW) }, [
		{
			name: 'open',
			type: 'array',
			value: `={{ ${FIELDS}.filter(({ name }) => /^(tbd|n\\/a|-|\\?)?$/i.test((${given('deal')}.properties[name] ?? '').trim())) }}`,
		},
	]),
	ask({ name: NAMES.isOpen, at: at(3.5, READ_ROW) }, '={{ $json.open.length > 0 }}'),
	extractProposals(
		{ name: NAMES.read, at: at(4.6, READ_ROW) },
		`'Open fields:\\n' + $json.open.map((field) => '- ' + field.name + ': ' + field.about).join('\\n') + '\\n\\nConversation:\\n' + ${given('text')}.text`,
	),
	chatModel({ name: NAMES.model, at: at(4.6, MODEL_ROW) }),
	setFields({ name: NAMES.record, at: at(5.9, READ_ROW) }, [
		{ name: 'id', value: `={{ ${given('deal')}.id }}` },
		{ name: 'properties', type: 'object', value: `={{ ${given('deal')}.properties }}` },
		{
			name: 'url',
			value: `=https://app.hubspot.com/contacts/{{ ${given('settings')}.hubspotAccountId }}/record/0-3/{{ ${given('deal')}.id }}`,
		},
		{
			name: 'owner.name',
			value: `={{ [${given('owner')}.firstName, ${given('owner')}.lastName].filter(Boolean).join(' ') }}`,
		},
		{ name: 'owner.email', value: `={{ ${given('owner')}.email ?? '' }}` },
		{ name: 'conversation', value: `={{ ${given('text')}.text }}` },
		{
			name: 'proposals',
			type: 'array',
			value: `={{ ($json.output?.proposals ?? []).map((one) => ({ ...one, field: 'properties.' + one.field, source: 'conversation' })) }}`,
		},
	]),
	gateAlone(
		{ name: NAMES.gate, at: at(7, READ_ROW) },
		{ policy: hubspot.policy, keepLedger: 'nowhere', proposals: '={{ $json.proposals }}' },
	),
];
