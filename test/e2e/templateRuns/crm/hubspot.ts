import { completeDeal } from '../../../scenario/studio';
import type { CrmRole, Role } from '../roles';

export const hubspotCrm: Role<CrmRole> = ({ hubspot }) => {
	const dealOf = (id: string) => hubspot.deals().find((deal) => deal.id === id);
	let changes = 0;
	return {
		failNext: hubspot.failNext,
		clearFaults: hubspot.clearFaults,
		add: (title, state) => {
			const properties = completeDeal(title, Date.now());
			if (state === 'incomplete') properties.handoff_goals = 'tbd';
			return hubspot.addDeal({ properties });
		},
		change: (id) => {
			changes += 1;
			hubspot.updateDeal(id, {
				handoff_goals: `Android first, then the web. Written down again, ${changes}.`,
			});
		},
		notes: (id) =>
			hubspot
				.notes()
				.filter(({ dealIds }) => dealIds.includes(id))
				.map(({ body }) => body),
		gapOn: (id) => dealOf(id)?.properties.handoff_goals,
		linkOn: (id) => dealOf(id)?.properties.handoff_task_url ?? undefined,
		putAway: () => {
			for (const { id } of hubspot.deals()) hubspot.updateDeal(id, { dealstage: 'archived' });
		},
		missing: 'Goals of the client',
		search: { match: /search$/ },
	};
};
