import { ballHolder, passBall } from '../../../nodes/domain/handoff/turns';

const monday = (time: string) => Date.parse(`2026-03-02T${time}:00Z`);

describe('passBall', () => {
	it('opens the first turn', () => {
		expect(passBall([], 'sender', monday('09:00'))).toEqual([
			{ with: 'sender', from: '2026-03-02T09:00:00.000Z' },
		]);
	});

	it('closes the open turn when the other side gets the ball', () => {
		const turns = passBall(passBall([], 'sender', monday('09:00')), 'receiver', monday('11:30'));

		expect(turns).toEqual([
			{ with: 'sender', from: '2026-03-02T09:00:00.000Z', to: '2026-03-02T11:30:00.000Z' },
			{ with: 'receiver', from: '2026-03-02T11:30:00.000Z' },
		]);
		expect(ballHolder(turns)).toBe('receiver');
	});

	it('changes nothing when the side has the ball already', () => {
		const turns = passBall([], 'receiver', monday('09:00'));

		expect(passBall(turns, 'receiver', monday('10:00'))).toEqual(turns);
	});

	it('never lets a turn end before it began, even when clocks disagree', () => {
		const turns = passBall(passBall([], 'sender', monday('09:00')), 'receiver', monday('08:00'));

		expect(turns[0]).toEqual({
			with: 'sender',
			from: '2026-03-02T09:00:00.000Z',
			to: '2026-03-02T09:00:00.000Z',
		});
	});

	it('says that nobody has the ball before the first turn', () => {
		expect(ballHolder([])).toBe('nobody');
	});
});
