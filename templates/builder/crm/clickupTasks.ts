import { placeholder, type CrmAdapter, type Seam } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import { jsonItem, keepWhere, withoutPlace } from '../nodes/coreNodes';
import { deliveryToAccountManagement } from '../policies/deliveryToAccountManagement';
import { onboardingToDelivery } from '../policies/onboardingToDelivery';
import type { TemplateNode } from '../nodes/workflow';

const TYPE = { type: 'n8n-nodes-base.clickUp', typeVersion: 1 };
const TASK = firstOf(NAMES.arrives);
const LINK = 'handoff_task';

/** Dates of ClickUp are milliseconds. */
const OWN_FIELDS = `Object.fromEntries((${TASK}.custom_fields ?? []).map((field) => [field.name, field.type === 'date' && field.value ? DateTime.fromMillis(Number(field.value)).toISODate() : field.value]))`;

interface ClickupList {
	system: string;
	recordName: string;
	policy: Record<string, unknown>;
	seam: Seam;
	list: string;
	/** The member of the record that the name of the task is. */
	nameAs: string;
	/** Further members of the record, as an expression over `own`. */
	members: string;
	fields: string[];
}

/** A way in from a list of ClickUp: a task is due when its status is complete. */
const clickupTasks = (kind: ClickupList): CrmAdapter => ({
	label: 'ClickUp',
	system: kind.system,
	recordName: kind.recordName,
	policy: kind.policy,
	seam: kind.seam,
	settings: {},
	find: () => [listTasks(kind.list), withoutLink],
	record: (at) =>
		jsonItem(
			{ name: NAMES.record, at },
			`={{ ((own) => ({ ...own, ${kind.members} id: ${TASK}.id, url: ${TASK}.url, ${kind.nameAs}: ${TASK}.name, owner: { name: ${TASK}.assignees?.[0]?.username ?? '', email: ${TASK}.assignees?.[0]?.email ?? '' } }))(${OWN_FIELDS}) }}`,
		),
	note: (node, handoff) => ({
		...node,
		...TYPE,
		retry: true,
		onError: 'continueRegularOutput',
		parameters: {
			authentication: 'accessToken',
			resource: 'comment',
			operation: 'create',
			commentOn: 'task',
			id: `={{ ${TASK}.id }}`,
			commentText: `={{ ${handoff}.message.text }}`,
			additionalFields: {},
		},
	}),
	writeLink: (node, url) => ({
		...node,
		...TYPE,
		retry: true,
		parameters: {
			authentication: 'accessToken',
			resource: 'task',
			operation: 'setCustomField',
			task: `={{ ${TASK}.id }}`,
			field: placeholder(`ClickUp field ${LINK}`),
			value: `={{ ${url} }}`,
		},
	}),
	expressions: {
		id: `${TASK}.id`,
		version: `${TASK}.date_updated`,
		title: `${TASK}.name`,
		ownerEmail: `${firstOf(NAMES.record)}.owner.email`,
	},
	setUp: [
		`**ClickUp**: an API token. The list has these custom fields: ${kind.fields.map((name) => `\`${name}\``).join(', ')}, and \`${LINK}\`, into which the flow writes. A task with the status \`complete\` is due; its first assignee hands it over.`,
	],
});

const listTasks = (list: string): Omit<TemplateNode, 'at'> => ({
	...TYPE,
	name: 'Find completed tasks',
	retry: true,
	notes: 'Choose workspace, space and list',
	parameters: {
		authentication: 'accessToken',
		resource: 'task',
		operation: 'getAll',
		team: placeholder('ClickUp workspace'),
		space: placeholder('ClickUp space'),
		folderless: true,
		list: placeholder(list),
		returnAll: true,
		filters: { includeClosed: true, statuses: ['complete'] },
	},
});

const withoutLink = withoutPlace(
	keepWhere(
		{ name: 'Not handed over yet', at: { column: 0, row: 0 } },
		`={{ !($json.custom_fields ?? []).some((field) => field.name === '${LINK}' && field.value) }}`,
	),
);

/** Onboarding to delivery. */
export const clickupOnboarding = clickupTasks({
	system: 'clickup-onboarding',
	recordName: 'onboarding',
	policy: onboardingToDelivery,
	seam: {
		records: 'completed ClickUp onboardings',
		one: 'An onboarding task that is completed in ClickUp',
		receiver: 'delivery',
	},
	list: 'ClickUp list of onboardings',
	nameAs: 'client',
	// One text with the addresses of all of them.
	members: `stakeholders: [...String(own.stakeholders ?? '').matchAll(/[^\\s,;<>]+@[^\\s,;<>]+/g)].map(([email]) => ({ email })),`,
	fields: [
		'kickoff_held_on',
		'access_granted',
		'stakeholders',
		'success_criteria',
		'brief_url',
		'first_milestone_on',
		'needs_migration',
		'data_source',
		'risks',
	],
});

/** Delivery to account management. */
export const clickupProjects = clickupTasks({
	system: 'clickup-projects',
	recordName: 'project',
	policy: deliveryToAccountManagement,
	seam: {
		records: 'completed ClickUp projects',
		one: 'A project that is completed in ClickUp',
		receiver: 'account management',
	},
	list: 'ClickUp list of projects',
	nameAs: 'name',
	members: '',
	fields: [
		'signed_off_by',
		'finished_on',
		'open_tasks',
		'results',
		'satisfaction',
		'rescue_plan',
		'renewal_on',
		'opportunities',
	],
});
