import { placeholder, type CrmAdapter, type Seam } from '../combinations/adapters';
import { keepWhere, withoutPlace } from '../nodes/coreNodes';
import { fieldsItem, type Fields } from '../nodes/fields';
import { ARRIVED, firstOf, NAMES, RECORD } from '../nodes/names';
import { HEARD_HANDOFF } from '../nodes/readAgain';
import { deliveryToAccountManagement } from '../policies/deliveryToAccountManagement';
import { onboardingToDelivery } from '../policies/onboardingToDelivery';
import type { Position, TemplateNode } from '../nodes/workflow';

const TYPE = { type: 'n8n-nodes-base.clickUp', typeVersion: 1 };
const LINK = 'handoff_task';
const ANYWHERE = { column: 0, row: 0 };

interface ClickupList {
	system: string;
	recordName: string;
	policy: Record<string, unknown>;
	seam: Seam;
	list: string;
	/** The member of the record that the name of the task is. */
	nameAs: string;
	/** The own fields of the list: as they are, as days, or as a list of addresses. */
	fields: Record<string, 'plain' | 'day' | 'addresses'>;
}

/** A way in from a list of ClickUp: a task is due when its status is complete. */
const clickupTasks = (kind: ClickupList): CrmAdapter => ({
	label: 'ClickUp',
	system: kind.system,
	recordName: kind.recordName,
	policy: { ...kind.policy, handOver: { when: { field: 'status', equals: DUE } } },
	seam: kind.seam,
	settings: {},
	find: () => [listTasks(kind.list), withoutLink],
	record: [withoutPlace(recordOf(kind, NAMES.record, ANYWHERE))],
	readAgain: {
		read: (at) => ({
			...TYPE,
			name: NAMES.readAgain,
			at,
			retry: true,
			parameters: {
				authentication: 'accessToken',
				resource: 'task',
				operation: 'get',
				id: `={{ ${RECORD}.id }}`,
			},
		}),
		record: (at) => recordOf(kind, NAMES.recordNow, at, { handoff: HEARD_HANDOFF }),
	},
	note: (node) => ({
		...node,
		...TYPE,
		retry: true,
		onError: 'continueRegularOutput',
		parameters: {
			authentication: 'accessToken',
			resource: 'comment',
			operation: 'create',
			commentOn: 'task',
			id: '={{ $json.id }}',
			commentText: '={{ $json.handoff.message.text }}',
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
			task: `={{ ${ARRIVED}.record.id }}`,
			field: placeholder(`ClickUp field ${LINK}`),
			value: `={{ ${url} }}`,
		},
	}),
	writeBack: {
		write: (node) => ({
			...node,
			...TYPE,
			retry: true,
			parameters: {
				authentication: 'accessToken',
				resource: 'task',
				operation: 'setCustomField',
				task: `={{ ${RECORD}.id }}`,
				field: `={{ ${FIELD}?.id ?? $json.write.name }}`,
				value: `={{ JSON.stringify(${VALUE}) }}`,
				jsonParse: true,
			},
		}),
	},
	setUp: [
		`**ClickUp**: an API token. The list has these custom fields: ${Object.keys(kind.fields)
			.map((name) => `\`${name}\``)
			.join(
				', ',
			)}, and \`${LINK}\`, into which the flow writes. A task with the status \`${DUE}\` is due; its first assignee hands it over.`,
	],
});

const DUE = 'complete';
/** How the names of our fields of days end. */
const DAY = '_on';

/** ClickUp knows a field by its id, a day by its milliseconds, and a list of addresses as one text. */
const FIELD = `${firstOf(NAMES.readAgain)}.custom_fields.find(({ name }) => name === $json.write.name)`;
const VALUE = `$json.write.name.endsWith('${DAY}') ? DateTime.fromISO($json.write.value).toMillis() : Array.isArray($json.write.value) ? $json.write.value.join(', ') : $json.write.value`;

const valueOf = (name: string): string =>
	`$json.custom_fields?.find((field) => field.name === '${name}')?.value`;

const READS = {
	plain: (name: string) => valueOf(name),
	/** Dates of ClickUp are milliseconds. */
	day: (name: string) => `DateTime.fromMillis(Number(${valueOf(name)})).toISODate() ?? ''`,
	/** One text with the addresses of all of them. */
	addresses: (name: string) =>
		`(${valueOf(name)} ?? '').split(/[\\s,;<>]+/).filter((word) => word.includes('@')).map((email) => ({ email }))`,
};

function recordOf(kind: ClickupList, name: string, at: Position, more: Fields = {}): TemplateNode {
	const own = Object.entries(kind.fields).map(([field, read]) => [field, READS[read](field)]);
	return fieldsItem(
		{ name, at },
		{
			id: '$json.id',
			url: '$json.url',
			status: '$json.status.status',
			[kind.nameAs]: '$json.name',
			'owner.name': "$json.assignees[0]?.username ?? ''",
			'owner.email': "$json.assignees[0]?.email ?? ''",
			...Object.fromEntries(own),
			...more,
		},
		{ kinds: { stakeholders: 'array', handoff: 'object' } },
	);
}

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
		filters: { includeClosed: true, statuses: [DUE] },
	},
});

const withoutLink = withoutPlace(
	keepWhere({ name: 'Not handed over yet', at: ANYWHERE }, `={{ !${valueOf(LINK)} }}`),
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
	fields: {
		kickoff_held_on: 'day',
		access_granted: 'plain',
		stakeholders: 'addresses',
		success_criteria: 'plain',
		brief_url: 'plain',
		first_milestone_on: 'day',
		needs_migration: 'plain',
		data_source: 'plain',
		risks: 'plain',
	},
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
	fields: {
		signed_off_by: 'plain',
		finished_on: 'day',
		open_tasks: 'plain',
		results: 'plain',
		satisfaction: 'plain',
		rescue_plan: 'plain',
		renewal_on: 'day',
		opportunities: 'plain',
	},
});
