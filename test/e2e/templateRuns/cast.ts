import type { Combination } from '../../../templates/builder/combinations/adapters';
import { discordChannel } from './channel/discord';
import { googleChatChannel } from './channel/googleChat';
import { gmailChannel, smtpChannel } from './channel/mail';
import { slackChannel } from './channel/slack';
import { airtableCrm } from './crm/airtable';
import { clickupOnboardingCrm, clickupProjectsCrm } from './crm/clickupTasks';
import { googleSheetsCrm } from './crm/googleSheets';
import { teamsChannel } from './channel/teams';
import { hubspotCrm } from './crm/hubspot';
import { hubspotLeadsCrm, hubspotTicketsCrm } from './crm/hubspotObjects';
import { pipedriveCrm } from './crm/pipedrive';
import { salesforceCrm } from './crm/salesforce';
import { webhookCrm } from './crm/webhook';
import { hubspotAndSignedOffersCrm, pipedriveAndInvoicesCrm } from './crm/withSecondSystem';
import { zohoCrm } from './crm/zoho';
import { clickupProject } from './project/clickup';
import { asanaProject } from './project/asana';
import { githubProject } from './project/github';
import { jiraProject } from './project/jira';
import { linearProject } from './project/linear';
import { mondayProject } from './project/monday';
import { notionProject } from './project/notion';
import { plannerProject } from './project/planner';
import { todoistProject } from './project/todoist';
import { trelloProject } from './project/trello';
import { hubspotDealsProject } from './project/hubspotDeals';
import type { ChannelRole, CrmRole, ProjectRole, Role } from './roles';
import type { Office } from '../../scenario/openOffice';

const CRMS: Record<string, Role<CrmRole>> = {
	hubspot: hubspotCrm,
	pipedrive: pipedriveCrm,
	salesforce: salesforceCrm,
	zoho: zohoCrm,
	airtable: airtableCrm,
	'google-sheets': googleSheetsCrm,
	webhook: webhookCrm,
	'hubspot-and-signed-offers': hubspotAndSignedOffersCrm,
	'pipedrive-and-invoices': pipedriveAndInvoicesCrm,
	'hubspot-leads': hubspotLeadsCrm,
	'hubspot-tickets': hubspotTicketsCrm,
	'clickup-onboarding': clickupOnboardingCrm,
	'clickup-projects': clickupProjectsCrm,
};
const PROJECTS: Record<string, Role<ProjectRole>> = {
	clickup: clickupProject,
	asana: asanaProject,
	github: githubProject,
	jira: jiraProject,
	linear: linearProject,
	monday: mondayProject,
	notion: notionProject,
	planner: plannerProject,
	todoist: todoistProject,
	trello: trelloProject,
	'hubspot-deals': hubspotDealsProject,
};
const CHANNELS: Record<string, Role<ChannelRole>> = {
	slack: slackChannel,
	teams: teamsChannel,
	gmail: gmailChannel,
	smtp: smtpChannel,
	discord: discordChannel,
	googleChat: googleChatChannel,
};

export interface Cast {
	crm: CrmRole;
	project: ProjectRole;
	channel: ChannelRole;
}

/** Who plays the vendors of a combination. */
export const castFor = (
	{ crm, project, channel }: Combination,
	{ standins, n8n }: Pick<Office, 'standins' | 'n8n'>,
): Cast => ({
	crm: play(CRMS, crm.system)(standins, n8n.url),
	project: play(PROJECTS, project.system)(standins, n8n.url),
	channel: play(CHANNELS, channel.system)(standins, n8n.url),
});

function play<R>(roles: Record<string, Role<R>>, system: string): Role<R> {
	const role = roles[system];
	if (role === undefined)
		throw new Error(`there is no stand-in for ${system} in the template runs`);
	return role;
}
