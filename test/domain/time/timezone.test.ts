import { parseCalendar } from '../../../nodes/domain/time/calendar';
import { isTimeZone, timezoneSchema, useIanaName } from '../../../nodes/domain/time/timezone';
import { WINDOWS_ZONES } from '../../../nodes/domain/time/windowsZones';

describe('names of time zones', () => {
	it.each([
		'Europe/Berlin',
		'europe/berlin',
		'Etc/GMT+5',
		'US/Pacific',
		'UTC',
		'CET',
		'EST5EDT',
		'GB',
	])('%s is one of the IANA list', (name) => {
		expect(isTimeZone(name)).toBe(true);
	});

	it.each([
		'BST',
		'bst',
		'AST',
		'IST',
		'PST',
		'CST',
		'JST',
		'ECT',
		'SystemV/EST5',
		'GMT+2',
		'+02:00',
		'',
	])('%s is none, whatever the host takes it for', (name) => {
		expect(isTimeZone(name)).toBe(false);
		expect(timezoneSchema.safeParse(name).success).toBe(false);
	});

	it.each`
		name                         | remedy
		${'BST'}                     | ${'Use an IANA name: Europe/London or Asia/Dhaka.'}
		${'IST'}                     | ${'Use an IANA name: Asia/Kolkata or Europe/Dublin or Asia/Jerusalem.'}
		${'MEZ'}                     | ${'Use an IANA name such as Europe/Berlin.'}
		${'W. Europe Standard Time'} | ${'Use an IANA name such as Europe/Berlin.'}
		${'New York'}                | ${'Use an IANA name such as America/New_York.'}
		${'são paulo'}               | ${'Use an IANA name such as America/Sao_Paulo.'}
		${'Europe/Berlinn'}          | ${'Use an IANA name such as Europe/Berlin.'}
		${'+02:00'}                  | ${'Use an IANA name such as Europe/Berlin.'}
	`('in place of $name: $remedy', ({ name, remedy }) => {
		expect(useIanaName(name)).toBe(remedy);
	});

	it('are likely ones of the list themselves', () => {
		const names = ['BST', 'AST', 'IST', 'CST', 'PST', 'SST', 'WIB'].flatMap((name) =>
			useIanaName(name).match(/\w+\/\w+/g),
		);
		expect(names.filter((name) => !isTimeZone(name ?? ''))).toEqual([]);
		expect([...WINDOWS_ZONES.values()].filter((name) => !isTimeZone(name))).toEqual([]);
		expect(WINDOWS_ZONES.size).toBeGreaterThan(130);
	});

	it('are refused in a calendar, with the place', () => {
		const weekly = { mon: [['09:00', '17:00']] };
		expect(() => parseCalendar({ timezone: 'BST', weekly }, 'calendars.receiver')).toThrow(
			expect.objectContaining({
				message: 'calendars.receiver.timezone: "BST" is not a time zone',
				remedy: 'Use an IANA name: Europe/London or Asia/Dhaka.',
			}),
		);
	});
});
