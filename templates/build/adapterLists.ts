import type { ChannelAdapter, CrmAdapter, ProjectAdapter } from './adapters';
import { discord } from './channel/discord';
import { gmail } from './channel/gmail';
import { googleChat } from './channel/googleChat';
import { slack } from './channel/slack';
import { smtp } from './channel/smtp';
import { teams } from './channel/teams';
import { airtable } from './crm/airtable';
import { googleSheets } from './crm/googleSheets';
import { hubspot } from './crm/hubspot';
import { pipedrive } from './crm/pipedrive';
import { salesforce } from './crm/salesforce';
import { webhook } from './crm/webhook';
import { zoho } from './crm/zoho';
import { asana } from './project/asana';
import { clickup } from './project/clickup';
import { github } from './project/github';
import { jira } from './project/jira';
import { linear } from './project/linear';
import { monday } from './project/monday';
import { notion } from './project/notion';
import { planner } from './project/planner';
import { todoist } from './project/todoist';
import { trello } from './project/trello';

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
