import { SELLER } from '../../../scenario/studio';
import type { CrmRole, Role } from '../roles';

type Values = Record<string, string>;

interface Kind {
	type: 'contacts' | 'tickets';
	complete: (title: string) => Values;
	gap: Values;
	/** A property that is judged or shown. */
	changing: string;
	away: Values;
	missing: string;
	shown: string;
}

const DAY = 24 * 60 * 60 * 1000;
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString();

const hubspotRole =
	(kind: Kind): Role<CrmRole> =>
	({ hubspot }) => {
		let changes = 0;
		const propertiesOf = (id: string) =>
			hubspot.records(kind.type).find((one) => one.id === id)?.properties;
		return {
			failNext: hubspot.failNext,
			clearFaults: hubspot.clearFaults,
			add: (title, state) => {
				const properties = {
					...kind.complete(title),
					...(state === 'incomplete' && kind.gap),
					hubspot_owner_id: SELLER.id,
				};
				return kind.type === 'contacts'
					? hubspot.addContact(properties)
					: hubspot.addTicket(properties);
			},
			change: (id) => {
				changes += 1;
				const words = `Said again in other words, with everything that was asked for: ${changes}.`;
				hubspot.updateRecord(kind.type, id, { [kind.changing]: words });
			},
			notes: (id) =>
				hubspot
					.notes()
					.filter(({ recordIds }) => recordIds.includes(id))
					.map(({ body }) => body),
			gapOn: (id) => propertiesOf(id)?.[kind.changing],
			linkOn: (id) => propertiesOf(id)?.handoff_task_url ?? undefined,
			putAway: () => {
				for (const { id } of hubspot.records(kind.type)) {
					hubspot.updateRecord(kind.type, id, kind.away);
				}
			},
			missing: kind.missing,
			shown: kind.shown,
			search: { match: new RegExp(`${kind.type}/search$`) },
		};
	};

export const hubspotLeadsCrm = hubspotRole({
	type: 'contacts',
	complete: (title) => ({
		company: title,
		firstname: 'Dana',
		lastname: 'Keel',
		email: 'dana@harbour.example',
		phone: '+49 40 555 0123',
		lifecyclestage: 'marketingqualifiedlead',
		handoff_pain: 'Orders from three shops are typed in by hand every evening.',
		handoff_consent: 'true',
		hubspotscore: '72',
		hs_analytics_source: 'ORGANIC_SEARCH',
		hs_analytics_last_timestamp: dayFromNow(-2),
	}),
	gap: { handoff_pain: 'tbd' },
	changing: 'handoff_pain',
	away: { lifecyclestage: 'customer' },
	missing: 'What the lead needs',
	shown: 'Orders from three shops',
});

export const hubspotTicketsCrm = hubspotRole({
	type: 'tickets',
	complete: (title) => ({
		subject: title,
		hs_pipeline_stage: 'engineering',
		hs_file_upload: 'https://files.example/export.log',
		severity: 'S2',
		steps_to_reproduce: '1. Open orders. 2. Choose 2025. 3. Export. It stops at row 5,000.',
		expected_behaviour: 'All rows are exported; it ends without a message.',
		product_version: 'v4.12.1',
		account_id: 'acc_771',
		affected_users: '25',
		next_reply_at: dayFromNow(3).slice(0, 10),
	}),
	gap: { expected_behaviour: 'tbd' },
	changing: 'expected_behaviour',
	away: { hs_pipeline_stage: 'closed' },
	missing: 'Expected',
	shown: 'Export. It stops',
});
