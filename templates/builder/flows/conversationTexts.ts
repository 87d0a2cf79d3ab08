import { given } from './conversationNames';

/** Proposals whose quote stands in the text, for fields that are open. */
export const WHAT_HOLDS = [
	{
		name: 'proposals',
		type: 'array' as const,
		value: `={{ $json.handoff.verdict.proposals.filter((one) => one.verified && ${given('open')}.open.some(({ name }) => 'properties.' + name === one.field)) }}`,
	},
];

/** Each proposal as a line of a message, and all quotes as one sentence. */
export const WHAT_WAS_SAID = [
	{
		name: 'lines',
		value: `={{ ${given('holds')}.proposals.map((one) => '- ' + one.field.replace('properties.', '') + ': ' + one.value + ' (“' + one.quote + '”)').join('\\n') }}`,
	},
	{
		name: 'quotes',
		value: `={{ ${given('holds')}.proposals.map((one) => one.field.replace('properties.', '') + ' “' + one.quote + '”').join('; ') }}`,
	},
];

/** A Slack message with a button that leads to the form; fixed parts are plain, piece by piece. */
export const buttonMessage = (deal: string) =>
	Object.entries({
		subject: `=Please confirm what was said: {{ ${deal}.properties.dealname }}`,
		'slackBlocks[0].type': 'section',
		'slackBlocks[0].text.type': 'plain_text',
		'slackBlocks[0].text.text': `=Read out of a conversation about “{{ ${deal}.properties.dealname }}”:\n{{ $json.lines.slice(0, 2700) }}`,
		'slackBlocks[1].type': 'actions',
		'slackBlocks[1].elements[0].type': 'button',
		'slackBlocks[1].elements[0].text.type': 'plain_text',
		'slackBlocks[1].elements[0].text.text': 'Check and confirm',
		'slackBlocks[1].elements[0].url': '={{ $execution.resumeFormUrl }}',
	}).map(([name, value]) => ({ name, value }));

const NOTE_TO_DEAL = 214;

/** A note on a deal as HubSpot takes it, with the quotes in it. */
export const noteOnDeal = (deal: string, said: string) => [
	{ name: 'properties.hs_timestamp', type: 'number' as const, value: '={{ $now.toMillis() }}' },
	{
		name: 'properties.hs_note_body',
		value: `=Confirmed by the seller from a conversation: {{ ${said}.quotes.replaceAll('&', '&amp;').replaceAll('<', '&lt;') }}`,
	},
	{ name: 'associations[0].to.id', value: `={{ ${deal}.id }}` },
	{ name: 'associations[0].types[0].associationCategory', value: 'HUBSPOT_DEFINED' },
	{
		name: 'associations[0].types[0].associationTypeId',
		type: 'number' as const,
		value: NOTE_TO_DEAL,
	},
];
