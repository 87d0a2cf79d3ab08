import { firstOf, NAMES as SHARED } from '../nodes/names';

/** The nodes of the flow, where others refer to them. */
export const NAMES = {
	form: 'Paste a conversation',
	hook: 'A tool sends a conversation',
	sent: 'What was sent',
	text: 'As one text',
	isThere: 'Is there a deal and a text?',
	settings: SHARED.settings,
	deal: 'Read the deal',
	owner: 'Who hands it over',
	open: 'What is still open',
	isOpen: 'Is anything open?',
	read: 'Read it out of the conversation',
	model: 'Chat model',
	record: 'Record to hand over',
	gate: 'Readiness Gate',
	holds: 'What holds',
	doesHold: 'Does a proposal hold?',
	words: 'What was said, as a list',
	message: 'Message to the seller',
	findSeller: 'Find the seller',
	tellSeller: 'Ask the seller to confirm',
	confirm: 'The seller confirms',
	isConfirmed: 'Did the seller confirm?',
	write: 'Write what was confirmed',
	note: 'Note about it',
	keepNote: 'Note where it comes from',
} as const;

/** What one of them gave. */
export const given = (name: keyof typeof NAMES): string => firstOf(NAMES[name]);

export const at = (column: number, row: number) => ({ column, row });

export const API = 'https://api.hubapi.com/crm/v3';
export const CREDENTIAL = 'hubspotAppToken';
/** The fields that a conversation can answer, as the settings of the flow list them. */
export const FIELDS = `${given('settings')}.fields`;
