import { placeholder, type CrmAdapter } from '../combinations/adapters';
import { handoffOf } from '../nodes/handoffNodes';
import { RUN_FIELD } from '../ledger/identity';
import { createInbox, keepTaskUrl, openRecords } from '../ledger/inbox';
import { firstOf, NAMES } from '../nodes/names';
import { httpCall, jsonItem, withoutPlace } from '../nodes/coreNodes';
import { webhook as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import { LAST_STEP } from '../ledger/standing';
import type { TemplateNode } from '../nodes/workflow';
import { decisionNews } from './webhookAnswers';
import { MAPPED, RECORD, webhookIntake } from './webhookIntake';

/** Tells the system that sent the record, by the address of its own hook. */
const post = (node: Pick<TemplateNode, 'name' | 'at'>, news: string): TemplateNode => ({
	...httpCall({
		...node,
		method: 'POST',
		url: `={{ ${firstOf(NAMES.settings)}.callbackUrl }}`,
		body: `={{ JSON.stringify(${news}) }}`,
	}),
	onError: 'continueRegularOutput',
});

const written = `$('${NAMES.writeLink}').first().json.taskUrl`;

/** In a later run, which only makes the task, the ledger knows who accepted. */
const ACCEPTED = `($('${NAMES.accept}').isExecuted ? ${handoffOf(NAMES.accept)} : ((last) => ({ outcome: 'accepted', id: last.handoffId, attempt: last.attempt, record: { id: ${RECORD}.id, title: ${RECORD}.name, url: ${RECORD}.url }, decision: { by: { name: last.actor }, at: last.at }, verdict: { ready: true } }))(${LAST_STEP}))`;

/** Zapier, Make, and every CRM that can send a request: the record comes to us. */
export const webhook: CrmAdapter = {
	label: 'another system',
	system: 'webhook',
	recordName: 'deal',
	seam: {
		records: 'won deals that other systems send',
		one: 'A won deal that Zapier, Make or a CRM sends',
		receiver: 'delivery',
	},
	policy: salesToDelivery(fields),
	settings: { callbackUrl: placeholder('Hook of the other system that hears of decisions') },
	find: () => [
		withoutPlace(createInbox({ name: 'Create the inbox', at: ANYWHERE })),
		withoutPlace(openRecords({ name: 'Sent and without a task', at: ANYWHERE })),
		withoutPlace(
			jsonItem({ name: 'As it was sent', at: ANYWHERE }, '={{ JSON.parse($json.record) }}'),
		),
	],
	record: (at) => jsonItem({ name: NAMES.record, at }, `={{ ${RECORD} }}`),
	note: (node, handoff) => post(node, decisionNews(handoff)),
	writeLink: (node, url) =>
		keepTaskUrl(node, { recordId: `={{ ${RECORD}.id }}`, taskUrl: `={{ ${url} }}` }),
	expressions: {
		id: `${RECORD}.id`,
		version: `JSON.stringify({ ...${RECORD}, ${RUN_FIELD}: undefined }).hash('sha256')`,
		title: `${RECORD}.name`,
		ownerEmail: `${RECORD}.owner_email`,
	},
	more: webhookIntake([
		{
			after: NAMES.writeLink,
			node: post(
				{ name: 'Post that it is accepted', at: { column: 27.5, row: 2.6 } },
				decisionNews(ACCEPTED, written),
			),
		},
		{
			after: NAMES.tellUnanswered,
			node: post(
				{ name: 'Post that nobody decided', at: { column: 21.9, row: 10.7 } },
				decisionNews(handoffOf(NAMES.accept)),
			),
		},
	]),
	setUp: [
		`**Another system** (Zapier, Make, Close, Attio, HighLevel, your own): it posts to the address in **${MAPPED.webhook}** with the header of its Header Auth credential, and is answered with the verdict. What it calls the fields stands in **${MAPPED.map}**.`,
	],
};

const ANYWHERE = { column: 0, row: 0 };
