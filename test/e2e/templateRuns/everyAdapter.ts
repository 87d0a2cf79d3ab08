import { discord } from '../../../templates/builder/channel/discord';
import { gmail } from '../../../templates/builder/channel/gmail';
import { googleChat } from '../../../templates/builder/channel/googleChat';
import { slack } from '../../../templates/builder/channel/slack';
import { smtp } from '../../../templates/builder/channel/smtp';
import { teams } from '../../../templates/builder/channel/teams';
import type { Combination } from '../../../templates/builder/combinations/adapters';
import { fileNameOf } from '../../../templates/builder/combinations/compose';
import { airtable } from '../../../templates/builder/crm/airtable';
import { clickupOnboarding, clickupProjects } from '../../../templates/builder/crm/clickupTasks';
import { googleSheets } from '../../../templates/builder/crm/googleSheets';
import { hubspot } from '../../../templates/builder/crm/hubspot';
import { hubspotLeads } from '../../../templates/builder/crm/hubspotLeads';
import { hubspotTickets } from '../../../templates/builder/crm/hubspotTickets';
import { pipedrive } from '../../../templates/builder/crm/pipedrive';
import { salesforce } from '../../../templates/builder/crm/salesforce';
import { webhook } from '../../../templates/builder/crm/webhook';
import { zoho } from '../../../templates/builder/crm/zoho';
import { COMBINATIONS } from '../../../templates/builder/files/catalogue';
import { asana } from '../../../templates/builder/project/asana';
import { clickup } from '../../../templates/builder/project/clickup';
import { github } from '../../../templates/builder/project/github';
import { hubspotDeals } from '../../../templates/builder/project/hubspotDeals';
import { jira } from '../../../templates/builder/project/jira';
import { linear } from '../../../templates/builder/project/linear';
import { monday } from '../../../templates/builder/project/monday';
import { notion } from '../../../templates/builder/project/notion';
import { planner } from '../../../templates/builder/project/planner';
import { todoist } from '../../../templates/builder/project/todoist';
import { trello } from '../../../templates/builder/project/trello';

/** Each CRM from sales to delivery, with as many project tools and channels as there is room for. */
export const SALES_TO_DELIVERY: Combination[] = [
	{ crm: hubspot, project: clickup, channel: slack },
	{ crm: pipedrive, project: trello, channel: discord },
	{ crm: salesforce, project: jira, channel: teams },
	{ crm: zoho, project: planner, channel: teams },
	{ crm: airtable, project: todoist, channel: googleChat },
	{ crm: googleSheets, project: monday, channel: gmail },
	{ crm: webhook, project: asana, channel: smtp },
];

/** The records of the other seams, with the project tools that are left. */
export const OTHER_SEAMS: Combination[] = [
	{ crm: hubspotLeads, project: hubspotDeals, channel: slack },
	{ crm: clickupOnboarding, project: notion, channel: slack },
	{ crm: clickupProjects, project: hubspotDeals, channel: slack },
	{ crm: hubspotTickets, project: github, channel: slack },
	{ crm: hubspotTickets, project: linear, channel: slack },
];

/** Every adapter at least once, for the tests that run each time. */
export const EVERY_ADAPTER: Combination[] = [...SALES_TO_DELIVERY, ...OTHER_SEAMS];

const nameOf = (combination: Combination): string =>
	`${fileNameOf(combination)} ${combination.channel.system}`;

/** The templates we ship that are not among them; `npm run test:scale -- templates` runs these. */
export const OTHER_SHIPPED: Combination[] = COMBINATIONS.filter(
	(shipped) => !EVERY_ADAPTER.some((one) => nameOf(one) === nameOf(shipped)),
);

/** One template for each channel; the one that posts to the system that sent it among them. */
export const EVERY_CHANNEL: Combination[] = [
	{ crm: webhook, project: clickup, channel: slack },
	{ crm: hubspot, project: asana, channel: teams },
	{ crm: hubspot, project: jira, channel: smtp },
	{ crm: hubspot, project: monday, channel: gmail },
	{ crm: pipedrive, project: trello, channel: discord },
	{ crm: airtable, project: todoist, channel: googleChat },
];
