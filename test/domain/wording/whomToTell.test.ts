import { WORDINGS } from '../../../nodes/domain/language/languages';
import { receiversToTell, sendersToTell } from '../../../nodes/domain/wording/whomToTell';

const BOTH = {
	sender: { team: 'Sales' },
	receiver: { team: 'Delivery', people: [] },
};

describe('whom to tell', () => {
	it.each`
		sender                                                    | told
		${{ team: 'Sales', name: 'Sam', email: 'sam@a.example' }} | ${{ name: 'Sam', email: 'sam@a.example' }}
		${{ team: 'Sales', email: 'sam@a.example' }}              | ${{ name: 'Sales', email: 'sam@a.example' }}
		${{ team: '', email: 'sam@a.example' }}                   | ${{ name: 'sam@a.example', email: 'sam@a.example' }}
		${{ team: 'Sales', name: 'Sam' }}                         | ${{ name: 'Sam', email: '' }}
		${{ team: 'Sales' }}                                      | ${{ name: 'Sales', email: '' }}
		${{ team: '' }}                                           | ${{ name: 'the sending team', email: '' }}
	`('is one entry on the sending side: $told', ({ sender, told }) => {
		expect(sendersToTell({ ...BOTH, sender })).toEqual([told]);
	});

	it('is everybody of the receiving side, or the team where nobody is known', () => {
		const people = [
			{ name: 'Dana', email: 'dana@b.example', language: 'de' as const },
			{ name: '', email: 'bo@b.example' },
		];

		expect(receiversToTell({ ...BOTH, receiver: { team: 'Delivery', people } })).toEqual([
			{ name: 'Dana', email: 'dana@b.example' },
			{ name: 'bo@b.example', email: 'bo@b.example' },
		]);
		expect(receiversToTell(BOTH)).toEqual([{ name: 'Delivery', email: '' }]);
	});

	it('calls a side without a name by what it does, in the language of the message', () => {
		const nameless = { sender: { team: '' }, receiver: { team: '', people: [] } };

		expect(sendersToTell(nameless, WORDINGS.de)).toEqual([{ name: 'Team Absender', email: '' }]);
		expect(receiversToTell(nameless, WORDINGS.fr)).toEqual([
			{ name: WORDINGS.fr.receiverUnnamed, email: '' },
		]);
	});
});
