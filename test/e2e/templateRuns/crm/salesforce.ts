import { BACKGROUND, ownAnswers, SELLER, SELLER_NAME } from '../../../scenario/studio';
import { pathIn, salesforce as fields } from '../../../../templates/builder/policies/crms';
import type { CrmRole, Role } from '../roles';

const GOALS = pathIn(fields, 'handoff_goals');

export const salesforceCrm: Role<CrmRole> = ({ salesforce }) => {
	let changes = 0;
	return {
		failNext: salesforce.failNext,
		clearFaults: salesforce.clearFaults,
		add: (title, state) =>
			salesforce.addOpportunity({
				Name: title,
				Amount: 12000,
				CloseDate: '2026-03-02',
				Description: BACKGROUND,
				Owner: { Name: SELLER_NAME, Email: SELLER.email },
				...ownAnswers((name) => pathIn(fields, name)),
				...(state === 'incomplete' && { [GOALS]: 'tbd' }),
			}),
		change: (id) => {
			changes += 1;
			salesforce.updateOpportunity(id, { [GOALS]: `Android first, then the web; ${changes}.` });
		},
		notes: (id) =>
			salesforce
				.notes()
				.filter(({ parentId }) => parentId === id)
				.map(({ body }) => body),
		gapOn: (id) => salesforce.opportunities().find(({ Id }) => Id === id)?.[GOALS],
		linkOn: (id) => {
			const found = salesforce.opportunities().find(({ Id }) => Id === id);
			return typeof found?.HandoffTaskUrl__c === 'string' ? found.HandoffTaskUrl__c : undefined;
		},
		putAway: () => {
			for (const { Id } of salesforce.opportunities()) {
				salesforce.updateOpportunity(String(Id), { IsWon: false });
			}
		},
		missing: 'Goals of the client',
		search: { match: /query$/ },
	};
};
