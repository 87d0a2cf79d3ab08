import { SELLER, SELLER_NAME } from '../../../scenario/studio';
import type { CrmRole, Role } from '../roles';
import { textIn } from './textIn';

const DAY = 24 * 60 * 60 * 1000;
const SOURCE_LIST = '902';
const LINK = 'field-handoff_task';

interface Kind {
	/** Values by the name of the custom field. */
	complete: () => Record<string, unknown>;
	gap: string;
	missing: string;
	shown: string;
}

const isDate = (name: string) => /_on$/.test(name);
const idOf = (name: string) => `field-${name}`;

const clickupRole =
	(kind: Kind): Role<CrmRole> =>
	({ clickup }) => {
		for (const name of [...Object.keys(kind.complete()), 'handoff_task']) {
			const field = { id: idOf(name), name, type: isDate(name) ? 'date' : 'text' };
			clickup.addField(field);
		}
		let changes = 0;
		const custom = (values: Record<string, unknown>) =>
			Object.fromEntries(Object.entries(values).map(([name, value]) => [idOf(name), value]));
		const taskOf = (id: string) => clickup.tasks().find((task) => task.id === id);
		return {
			failNext: clickup.failNext,
			clearFaults: clickup.clearFaults,
			add: (title, state) =>
				clickup.addTask({
					list: SOURCE_LIST,
					name: title,
					status: 'complete',
					assignee: { id: 7, username: SELLER_NAME, email: SELLER.email },
					custom: custom({
						...kind.complete(),
						...(state === 'incomplete' && { [kind.gap]: 'tbd' }),
					}),
				}),
			change: (id) => {
				changes += 1;
				const words = `Said again in other words, with all that was asked for: ${changes}.`;
				clickup.updateTask(id, { custom: custom({ [kind.gap]: words }) });
			},
			notes: (id) => taskOf(id)?.comments ?? [],
			gapOn: (id) => taskOf(id)?.custom[idOf(kind.gap)],
			linkOn: (id) => textIn(taskOf(id)?.custom[LINK]),
			putAway: () => {
				for (const { id, list } of clickup.tasks()) {
					if (list === SOURCE_LIST) clickup.updateTask(id, { status: 'to do' });
				}
			},
			missing: kind.missing,
			shown: kind.shown,
			search: { match: /GET .*\/list\/902\/task$/ },
		};
	};

export const clickupOnboardingCrm = clickupRole({
	complete: () => ({
		kickoff_held_on: String(Date.now() - 3 * DAY),
		access_granted: 'true',
		stakeholders: 'Dana <dana@harbour.example>, noor@harbour.example',
		success_criteria: 'Orders reach the warehouse within a minute.',
		brief_url: 'https://docs.example/brief/12',
		first_milestone_on: String(Date.now() + 20 * DAY),
		needs_migration: 'no',
		data_source: '',
		risks: 'none known',
	}),
	gap: 'success_criteria',
	missing: 'What success is',
	shown: 'Orders reach the warehouse',
});

export const clickupProjectsCrm = clickupRole({
	complete: () => ({
		signed_off_by: 'dana@harbour.example',
		finished_on: String(Date.now() - 2 * DAY),
		open_tasks: '0',
		results: 'Calls about opening hours fell from 40 to 18 a week.',
		satisfaction: '9',
		rescue_plan: '',
		renewal_on: String(Date.now() + 300 * DAY),
		opportunities: 'A shop for spare parts',
	}),
	gap: 'results',
	missing: 'Results',
	shown: 'Calls about opening hours',
});
