import { systemName } from '../../../nodes/domain/base/systemName';

describe('systemName', () => {
	it.each`
		system             | name
		${'hubspot'}       | ${'HubSpot'}
		${'HUBSPOT'}       | ${'HubSpot'}
		${'zoho-crm'}      | ${'Zoho CRM'}
		${'google_sheets'} | ${'Google Sheets'}
		${'Acme Desk'}     | ${'Acme Desk'}
		${'crm_eu'}        | ${undefined}
		${''}              | ${undefined}
	`('calls “$system” $name', ({ system, name }) => {
		expect(systemName(system)).toBe(name);
	});
});
