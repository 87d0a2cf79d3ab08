import { z } from 'zod';
import type { WorkflowJson } from '../harness/workflows';
import { AIRTABLE } from '../fakes/airtable';
import { ZAPIER_HOOK } from '../fakes/catchHooks';
import { GOOGLE_SHEET } from '../fakes/googleSheets';
import { WON_WITHOUT_TASK } from '../fakes/pipedrive';
import { SALESFORCE_URL } from '../fakes/salesforce';
import { ZOHO_VIEW } from '../fakes/zoho';

/** What a person chooses after the import, by the words of the placeholder. */
const CHOICES: Record<string, string> = {
	'HubSpot account number': '62515',
	'Pipedrive company domain': 'studio',
	'Pipedrive filter: won and no handoff_task': WON_WITHOUT_TASK,
	'Salesforce address (https://….my.salesforce.com)': SALESFORCE_URL,
	'Zoho CRM address (https://crm.zoho.com/crm/org12345)': 'https://crm.zoho.com/crm/org12345',
	'Zoho CRM view of won deals without a task': ZOHO_VIEW,
	'Airtable base': AIRTABLE.base,
	'Airtable table of deals': AIRTABLE.table,
	'Airtable address of the table (https://airtable.com/…/…)': 'https://airtable.com/app1/tbl1',
	'Google Sheets document': GOOGLE_SHEET.document,
	'Sheet of deals': GOOGLE_SHEET.gid,
	'Sheet of signed offers': GOOGLE_SHEET.offersGid,
	'Hook of the other system that hears of decisions': ZAPIER_HOOK,
	'Address of the Google Sheet': 'https://docs.google.com/spreadsheets/d/1',
	'ClickUp workspace': '9001',
	'ClickUp space': '90010',
	'ClickUp list for new projects': '901',
	'Asana workspace': '120001',
	'Asana project for new tasks': '120055',
	'Jira project': '10001',
	'Jira issue type': '10002',
	'monday.com account (ACCOUNT.monday.com)': 'studio',
	'monday.com board': '70001',
	'monday.com group for new items': 'topics',
	'id of the Trello board to copy': '65f0000000000000000000aa',
	'Notion database of projects': '1f2e3d4c-0000-4000-8000-00000000d8b0',
	'Microsoft 365 group': '5b1e9a60-0000-4000-8000-00000000cafe',
	'Planner plan': 'xqQg5FS2LkCp935s-FIFm2QAFkHM',
	'Planner bucket for new tasks': 'hsOf2dhOJkqyYYZEtdzDe2QAIUCR',
	'Todoist project': '6Xr28F9FmjGWfp6h',
	'Linear workspace (linear.app/WORKSPACE)': 'studio',
	'Linear team': '9cfb482a-81e3-4154-b5b9-2c805e70a02d',
	'GitHub owner': 'studio',
	'GitHub repository for new issues': 'product',
	'Microsoft Teams channel for handoffs (GROUP/channels/CHANNEL)':
		'5b1e9a60-0000-4000-8000-00000000cafe/channels/19:handoffs@thread.tacv2',
	'Microsoft Teams channel for what is late (GROUP/channels/CHANNEL)':
		'5b1e9a60-0000-4000-8000-00000000cafe/channels/19:late@thread.tacv2',
	'E-mail address that the mails come from': 'n8n@studio.example',
	'Name of who leads delivery': 'Dana Delivery',
	'E-mail address of who leads delivery': 'dana@delivery.example',
	'E-mail address of the receiving team': 'delivery@studio.example',
	'E-mail address for what is late': 'late@studio.example',
	'Google Chat space for handoffs (spaces/…)': 'spaces/AAAAhandoff',
	'Google Chat space for what is late (spaces/…)': 'spaces/AAAAlate',
	'ClickUp list of onboardings': '902',
	'ClickUp list of projects': '902',
	'ClickUp field handoff_task': 'field-handoff_task',
	'HubSpot ticket stage for engineering': 'engineering',
	'OpenAI model': 'gpt-5-mini',
	'HubSpot stage for new deals': 'appointmentscheduled',
};

const workflowSchema = z
	.object({
		name: z.string(),
		nodes: z.array(z.object({ name: z.string(), parameters: z.record(z.unknown()) }).passthrough()),
		connections: z.record(z.unknown()),
		settings: z.record(z.unknown()).optional(),
	})
	.strip();

export type Policy = Record<string, unknown>;

/**
 * A template with every choice made, as a person would make it in the editor.
 *
 * @param changePolicy turns the policy of the gate into the one to run with
 * @throws Error when a placeholder is left: the template asks for something we do not know
 */
export function chooseValues(
	template: string,
	changePolicy: (policy: Policy) => Policy = (policy) => policy,
): WorkflowJson {
	const chosen = template.replace(/<__PLACEHOLDER_VALUE__(.+?)__>/g, (mark, what: string) => {
		const choice = CHOICES[what];
		if (choice === undefined) throw new Error(`nobody chose a value for ${mark}`);
		return choice;
	});
	const workflow = workflowSchema.parse(JSON.parse(chosen));
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => {
			const { policy } = node.parameters;
			if (typeof policy !== 'string' || policy.startsWith('=')) return node;
			const changed = changePolicy(z.record(z.unknown()).parse(JSON.parse(policy)));
			return { ...node, parameters: { ...node.parameters, policy: JSON.stringify(changed) } };
		}),
	};
}
