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

/** Run on all their ways each time: three that share no vendor. */
export const ON_ALL_WAYS: Combination[] = [
	{ crm: hubspot, project: clickup, channel: slack },
	{ crm: salesforce, project: jira, channel: teams },
	{ crm: webhook, project: asana, channel: smtp },
];

/** Run on their road each time: every other adapter, of every seam. */
export const ON_THEIR_ROAD: Combination[] = [
	{ crm: pipedrive, project: trello, channel: discord },
	{ crm: zoho, project: planner, channel: teams },
	{ crm: airtable, project: todoist, channel: googleChat },
	{ crm: googleSheets, project: monday, channel: gmail },
	{ crm: hubspotLeads, project: hubspotDeals, channel: slack },
	{ crm: clickupOnboarding, project: notion, channel: slack },
	{ crm: clickupProjects, project: hubspotDeals, channel: slack },
	{ crm: hubspotTickets, project: github, channel: slack },
	{ crm: hubspotTickets, project: linear, channel: slack },
];

/** Every adapter at least once. */
export const EVERY_ADAPTER: Combination[] = [...ON_ALL_WAYS, ...ON_THEIR_ROAD];

const nameOf = (combination: Combination): string =>
	`${fileNameOf(combination)} ${combination.channel.system}`;

/** What a night runs on all its ways, besides: `npm run test:scale -- templates`. */
export const BY_NIGHT: Combination[] = [
	...ON_THEIR_ROAD,
	...COMBINATIONS.filter(
		(shipped) => !EVERY_ADAPTER.some((one) => nameOf(one) === nameOf(shipped)),
	),
];

/** One template for each channel; the one that posts to the system that sent it among them. */
export const EVERY_CHANNEL: Combination[] = [
	{ crm: webhook, project: clickup, channel: slack },
	{ crm: hubspot, project: asana, channel: teams },
	{ crm: hubspot, project: jira, channel: smtp },
	{ crm: hubspot, project: monday, channel: gmail },
	{ crm: pipedrive, project: trello, channel: discord },
	{ crm: airtable, project: todoist, channel: googleChat },
];
