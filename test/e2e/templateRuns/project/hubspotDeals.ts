import type { ProjectRole, Role } from '../roles';

export const hubspotDealsProject: Role<ProjectRole> = ({ hubspot }) => ({
	failNext: hubspot.failNext,
	clearFaults: hubspot.clearFaults,
	tasks: () =>
		hubspot
			.deals()
			.filter(({ properties }) => properties.handoff_mark === 'yes')
			.map(({ id, properties }) => ({
				title: properties.dealname ?? '',
				text: properties.description ?? '',
				url: `https://app.hubspot.com/contacts/62515/record/0-3/${id}`,
			})),
	create: { match: /^POST \/crm\/v3\/objects\/deals$/ },
});
