import type { Combination } from '../../../templates/build/adapters';
import { slackChannel } from './channel/slack';
import { airtableCrm } from './crm/airtable';
import { googleSheetsCrm } from './crm/googleSheets';
import { hubspotCrm } from './crm/hubspot';
import { pipedriveCrm } from './crm/pipedrive';
import { salesforceCrm } from './crm/salesforce';
import { zohoCrm } from './crm/zoho';
import { clickupProject } from './project/clickup';
import type { ChannelRole, CrmRole, ProjectRole, Role } from './roles';
import type { Standins } from '../../../demo/standins/standins';

const CRMS: Record<string, Role<CrmRole>> = {
	hubspot: hubspotCrm,
	pipedrive: pipedriveCrm,
	salesforce: salesforceCrm,
	zoho: zohoCrm,
	airtable: airtableCrm,
	'google-sheets': googleSheetsCrm,
};
const PROJECTS: Record<string, Role<ProjectRole>> = {
	clickup: clickupProject,
};
const CHANNELS: Record<string, Role<ChannelRole>> = {
	slack: slackChannel,
};

export interface Cast {
	crm: CrmRole;
	project: ProjectRole;
	channel: ChannelRole;
}

/** Who plays the vendors of a combination. */
export const castFor = ({ crm, project, channel }: Combination, standins: Standins): Cast => ({
	crm: play(CRMS, crm.system)(standins),
	project: play(PROJECTS, project.system)(standins),
	channel: play(CHANNELS, channel.system)(standins),
});

function play<R>(roles: Record<string, Role<R>>, system: string): Role<R> {
	const role = roles[system];
	if (role === undefined)
		throw new Error(`there is no stand-in for ${system} in the template runs`);
	return role;
}
