import type { ChannelAdapter, CrmAdapter, ProjectAdapter } from './adapters';
import { discord } from '../channel/discord';
import { gmail } from '../channel/gmail';
import { googleChat } from '../channel/googleChat';
import { slack } from '../channel/slack';
import { smtp } from '../channel/smtp';
import { teams } from '../channel/teams';
import { airtable } from '../crm/airtable';
import { clickupOnboarding, clickupProjects } from '../crm/clickupTasks';
import { googleSheets } from '../crm/googleSheets';
import { hubspot } from '../crm/hubspot';
import { hubspotLeads } from '../crm/hubspotLeads';
import { hubspotTickets } from '../crm/hubspotTickets';
import { pipedrive } from '../crm/pipedrive';
import { salesforce } from '../crm/salesforce';
import { webhook } from '../crm/webhook';
import { zoho } from '../crm/zoho';
import { asana } from '../project/asana';
import { clickup } from '../project/clickup';
import { github } from '../project/github';
import { hubspotDeals } from '../project/hubspotDeals';
import { jira } from '../project/jira';
import { linear } from '../project/linear';
import { monday } from '../project/monday';
import { notion } from '../project/notion';
import { planner } from '../project/planner';
import { todoist } from '../project/todoist';
import { trello } from '../project/trello';

/** Everything that the builder can put together; a new vendor is one file and one line here. */

export const CRMS: CrmAdapter[] = [
	hubspot,
	pipedrive,
	salesforce,
	zoho,
	airtable,
	googleSheets,
	webhook,
];

export const PROJECT_TOOLS: ProjectAdapter[] = [
	clickup,
	asana,
	jira,
	monday,
	trello,
	notion,
	planner,
	todoist,
	linear,
	github,
];

export const CHANNELS: ChannelAdapter[] = [slack, teams, gmail, smtp, discord, googleChat];

/** Between which teams something is handed over, where it comes from and where it goes. */
export interface SeamChoice {
	/** As the policy of the seam has it: `support-to-engineering`. */
	id: string;
	label: string;
	crms: CrmAdapter[];
	projects: ProjectAdapter[];
}

/** What fits each seam. A CRM belongs to one seam only, so that the seam follows from it. */
export const SEAMS: SeamChoice[] = [
	{
		id: 'sales-to-delivery',
		label: 'Sales to delivery',
		crms: CRMS,
		projects: PROJECT_TOOLS,
	},
	{
		id: 'marketing-to-sales',
		label: 'Marketing to sales',
		crms: [hubspotLeads],
		projects: [hubspotDeals],
	},
	{
		id: 'onboarding-to-delivery',
		label: 'Onboarding to delivery',
		crms: [clickupOnboarding],
		projects: PROJECT_TOOLS,
	},
	{
		id: 'delivery-to-account-management',
		label: 'Delivery to account management',
		crms: [clickupProjects],
		projects: [hubspotDeals],
	},
	{
		id: 'support-to-engineering',
		label: 'Support to engineering',
		crms: [hubspotTickets],
		projects: [linear, github, jira],
	},
];
