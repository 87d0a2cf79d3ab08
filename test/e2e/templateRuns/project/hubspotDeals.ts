import type { ProjectRole, Role } from '../roles';

export const hubspotDealsProject: Role<ProjectRole> = ({ hubspot }) => ({
	failNext: hubspot.failNext,
	clearFaults: hubspot.clearFaults,
	tasks: () =>
		hubspot
			.deals()
			.filter(({ properties }) => Boolean(properties.handoff_mark))
			.map(({ id, properties }) => ({
				title: properties.dealname ?? '',
				text: properties.description ?? '',
				url: `https://app.hubspot.com/contacts/62515/record/0-3/${id}`,
			})),
	create: { match: /^POST \/deals\/v1\/deal$/ },
});
