import { discord } from '../channel/discord';
import { gmail } from '../channel/gmail';
import { googleChat } from '../channel/googleChat';
import { slack } from '../channel/slack';
import { smtp } from '../channel/smtp';
import { teams } from '../channel/teams';
import type { Combination } from '../combinations/adapters';
import { composeHandoff, fileNameOf } from '../combinations/compose';
import { airtable } from '../crm/airtable';
import { clickupOnboarding, clickupProjects } from '../crm/clickupTasks';
import { googleSheets } from '../crm/googleSheets';
import { hubspot } from '../crm/hubspot';
import { hubspotAndSignedOffers } from '../crm/hubspotAndSignedOffers';
import { hubspotLeads } from '../crm/hubspotLeads';
import { hubspotTickets } from '../crm/hubspotTickets';
import { pipedrive } from '../crm/pipedrive';
import { pipedriveAndInvoices } from '../crm/pipedriveAndInvoices';
import { salesforce } from '../crm/salesforce';
import { webhook } from '../crm/webhook';
import { zoho } from '../crm/zoho';
import { asana } from '../project/asana';
import { composeDashboard } from '../operations/dashboard';
import { composePostgresLedger } from '../operations/ledgerInPostgres';
import { composeSheetLedger } from '../operations/ledgerInSheets';
import { composeWeeklyReport } from '../operations/weeklyReport';
import { clickup } from '../project/clickup';
import { github } from '../project/github';
import { jira } from '../project/jira';
import { linear } from '../project/linear';
import { monday } from '../project/monday';
import { notion } from '../project/notion';
import { planner } from '../project/planner';
import { todoist } from '../project/todoist';
import { trello } from '../project/trello';
import { composeRetryCrashed } from '../operations/retryCrashed';
import { composeSweep } from '../operations/slaSweep';
import { composeTryOut } from '../tryOut/tryOut';
import { backtestCsv } from '../flows/backtestCsv';
import { conversationProposals } from '../flows/conversationProposals';
import { failedExecution } from '../flows/failedExecution';
import { fourNodes } from '../flows/fourNodes';
import { policySheet } from '../flows/policySheet';
import { hubspotDeals } from '../project/hubspotDeals';
import { writeJson } from '../nodes/workflow';

/** The combinations we ship. */
export const COMBINATIONS: Combination[] = [
	{ crm: hubspot, project: clickup, channel: slack },
	{ crm: pipedrive, project: clickup, channel: slack },
	{ crm: airtable, project: clickup, channel: slack },
	{ crm: googleSheets, project: clickup, channel: slack },
	{ crm: webhook, project: clickup, channel: slack },
	{ crm: hubspot, project: asana, channel: teams },
	{ crm: hubspot, project: jira, channel: smtp },
	{ crm: hubspot, project: monday, channel: gmail },
	{ crm: pipedrive, project: trello, channel: discord },
	{ crm: pipedrive, project: notion, channel: slack },
	{ crm: salesforce, project: jira, channel: teams },
	{ crm: salesforce, project: asana, channel: slack },
	{ crm: zoho, project: planner, channel: teams },
	{ crm: airtable, project: todoist, channel: googleChat },
	{ crm: googleSheets, project: todoist, channel: gmail },
	{ crm: hubspotAndSignedOffers, project: clickup, channel: slack },
	{ crm: pipedriveAndInvoices, project: asana, channel: teams },
	{ crm: hubspotLeads, project: hubspotDeals, channel: slack },
	{ crm: clickupOnboarding, project: clickup, channel: slack },
	{ crm: clickupProjects, project: hubspotDeals, channel: slack },
	{ crm: hubspotTickets, project: github, channel: slack },
	{ crm: hubspotTickets, project: linear, channel: slack },
];

export interface TemplateFile {
	/** Relative to `templates/`. */
	path: string;
	content: string;
}

/** A template that hands nothing over itself. */
export interface OtherTemplate {
	/** Of its file, without the ending. */
	name: string;
	/** What it is for, in one sentence. */
	about: string;
	startsWith: string;
	compose: () => Record<string, unknown>;
}

export const OTHER_TEMPLATES: OtherTemplate[] = [
	{
		name: 'try-out',
		about: 'Gate, page, return, reminder and report in five minutes, without any account',
		startsWith: 'a page with two buttons',
		compose: composeTryOut,
	},
	{
		name: 'four-nodes',
		about: 'The smallest flow that keeps every promise, to build your own from',
		startsWith: 'a deal that the CRM sends when it changes',
		compose: fourNodes,
	},
	{
		name: 'dashboard',
		about: 'The report and the open handoffs as a page behind a password',
		startsWith: 'somebody who opens its address',
		compose: composeDashboard,
	},
	{
		name: 'ledger-in-postgres',
		about: 'Keeps the ledger of other flows in Postgres, for many clients or many rows',
		startsWith: 'a node of this package that asks its ledger',
		compose: composePostgresLedger,
	},
	{
		name: 'ledger-in-google-sheets',
		about: 'Copies the ledger into a sheet that everybody can read',
		startsWith: 'every hour',
		compose: composeSheetLedger,
	},
	{
		name: 'weekly-report',
		about: 'Why handoffs failed, and which rule to change, for the people who can change it',
		startsWith: 'Monday morning',
		compose: composeWeeklyReport,
	},
	{
		name: 'sla-sweep',
		about:
			'Tells once whatever is due for any open handoff, thousands of them, also after downtime',
		startsWith: 'every minute',
		compose: composeSweep,
	},
	{
		name: 'proposals-from-conversation',
		about:
			'Missing deal fields read out of a call, a mail or a Slack thread; the seller confirms them',
		startsWith: 'a form, or a tool that sends the text',
		compose: conversationProposals,
	},
	{
		name: 'backtest-from-csv',
		about: 'How many of last quarter’s deals would have passed the policy',
		startsWith: 'somebody who uploads a file',
		compose: backtestCsv,
	},
	{
		name: 'policy-from-spreadsheet',
		about: 'A policy out of a spreadsheet of required fields',
		startsWith: 'somebody who uploads a file',
		compose: policySheet,
	},
	{
		name: 'failed-execution',
		about: 'Which flow failed, at which node and why, told to operations once a day',
		startsWith: 'an execution that fails',
		compose: failedExecution,
	},
	{
		name: 'retry-crashed',
		about:
			'Goes on with handoffs whose execution n8n gave up when it was killed or ran out of memory',
		startsWith: 'every 5 minutes',
		compose: composeRetryCrashed,
	},
];

/** Every generated file of `templates/`, as it must be committed. */
export const templateFiles = (): TemplateFile[] => [
	...COMBINATIONS.map((combination) => ({
		path: `${fileNameOf(combination)}.json`,
		content: writeJson(composeHandoff(combination)),
	})),
	...OTHER_TEMPLATES.map(({ name, compose }) => ({
		path: `${name}.json`,
		content: writeJson(compose()),
	})),
];
