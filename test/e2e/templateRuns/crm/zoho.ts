import { BACKGROUND, ownAnswers, SELLER, SELLER_NAME } from '../../../scenario/studio';
import { pathIn, zoho as fields } from '../../../../templates/builder/policies/crms';
import type { CrmRole, Role } from '../roles';

const GOALS = pathIn(fields, 'handoff_goals');

export const zohoCrm: Role<CrmRole> = ({ zoho }) => {
	let changes = 0;
	return {
		failNext: zoho.failNext,
		clearFaults: zoho.clearFaults,
		add: (title, state) =>
			zoho.addDeal({
				Deal_Name: title,
				Amount: 12000,
				Description: BACKGROUND,
				Owner: { name: SELLER_NAME, id: '554023000000', email: SELLER.email },
				...ownAnswers((name) => pathIn(fields, name)),
				...(state === 'incomplete' && { [GOALS]: 'tbd' }),
			}),
		change: (id) => {
			changes += 1;
			zoho.updateDeal(id, { [GOALS]: `Android first, then the web; ${changes}.` });
		},
		notes: (id) =>
			zoho
				.notes()
				.filter(({ dealId }) => dealId === id)
				.map(({ content }) => content),
		gapOn: (id) => zoho.deals().find((deal) => deal.id === id)?.[GOALS],
		linkOn: (id) => {
			const link = zoho.deals().find((deal) => deal.id === id)?.Handoff_Task_Url;
			return typeof link === 'string' ? link : undefined;
		},
		putAway: () => {
			for (const { id } of zoho.deals()) zoho.updateDeal(id, { Stage: 'Qualification' });
		},
		missing: 'Goals of the client',
		search: { match: /GET \/crm\/v2\/Deals$/ },
	};
};
