import { BACKGROUND, ownAnswers, SELLER } from '../../../scenario/studio';
import type { CrmRole, Role } from '../roles';

export const pipedriveCrm: Role<CrmRole> = ({ pipedrive }) => {
	let changes = 0;
	return {
		failNext: pipedrive.failNext,
		clearFaults: pipedrive.clearFaults,
		add: (title, state) => {
			const own: Record<string, unknown> = {
				...ownAnswers((name) => name),
				handoff_background: BACKGROUND,
			};
			if (state === 'incomplete') own.handoff_goals = 'tbd';
			return pipedrive.addDeal({ title, value: 12000, owner_id: Number(SELLER.id), own });
		},
		change: (id) => {
			changes += 1;
			pipedrive.updateDeal(id, { handoff_goals: `Android first, then the web; ${changes}.` });
		},
		notes: (id) =>
			pipedrive
				.notes()
				.filter(({ dealId }) => dealId === id)
				.map(({ content }) => content),
		gapOn: (id) => pipedrive.deals().find((deal) => String(deal.id) === id)?.own.handoff_goals,
		linkOn: (id) => {
			const link = pipedrive.deals().find((deal) => String(deal.id) === id)?.own.handoff_task;
			return typeof link === 'string' ? link : undefined;
		},
		putAway: pipedrive.reopenDeals,
		missing: 'Goals of the client',
		search: { match: /GET \/api\/v2\/deals$/ },
	};
};
