import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { measureCold } from './time/coldCalendars';
import { openDayjs } from './time/dayjsPeer';
import { openMoment } from './time/momentPeer';
import { ZONE } from './time/office';
import { ours } from './time/ours';
import { median, rounded, timeInTurn, type Figure, type Spent } from './timing';

const ROUNDS = 15;
const [NEAR_HOURS, FAR_HOURS] = [4, 400];
const MANY = 100_000;
const RUNS = 3;
/** A minute's share of what falls due when each handoff passes two milestones in a week or so. */
const NEWS_A_MINUTE = 100;
const BACKLOG = 2_000;

/** Business time beside the libraries that others use for it. */
export async function measureTime(): Promise<Figure[]> {
	// The peers count in the zone of the process, and in no other.
	process.env.TZ = ZONE;
	return [...(await measurePeers()), measureCold(), ...measureSweep()];
}

async function measurePeers(): Promise<Figure[]> {
	const [moment, dayjs] = [openMoment(), openDayjs()];
	refuseDisagreement('moment-business-time', moment);
	refuseDisagreement('dayjs-business-time', dayjs);
	const times = await timeInTurn(
		{
			addNear: () => ours.add(NEAR_HOURS),
			addFar: () => ours.add(FAR_HOURS),
			betweenAYear: ours.betweenAYear,
			momentFar: () => moment.add(FAR_HOURS),
			dayjsFar: () => dayjs.add(FAR_HOURS),
			momentYear: moment.betweenAYear,
			dayjsYear: dayjs.betweenAYear,
		},
		ROUNDS,
	);
	const faster = (key: string, theirs: Spent, mine: Spent): Figure => ({
		key,
		value: rounded(theirs.cpu / mine.cpu),
		meaning: 'throughput for the same CPU time, ours / theirs',
		target: '>= 1000',
	});
	return [
		faster('add400hVsMoment', times.momentFar, times.addFar),
		faster('add400hVsDayjs', times.dayjsFar, times.addFar),
		faster('between1yVsMoment', times.momentYear, times.betweenAYear),
		faster('between1yVsDayjs', times.dayjsYear, times.betweenAYear),
		{
			key: 'horizonCost',
			value: rounded(times.addFar.cpu / times.addNear.cpu),
			meaning: 'time to add 400 business hours / 4',
			target: '<= 1.5',
		},
	];
}

/** Engines are compared only when they say the same. */
function refuseDisagreement(name: string, peer: Pick<typeof ours, 'add' | 'betweenAYear'>): void {
	for (const hours of [NEAR_HOURS, FAR_HOURS]) {
		refuseOther(`${name} adds ${hours} h`, ours.add(hours), peer.add(hours));
	}
	const inMinutes = (hours: number[]) => hours.map((each) => Math.round(each * 60));
	const ourYear = inMinutes(ours.betweenAYear());
	refuseOther(`${name} counts a year`, ourYear, inMinutes(peer.betweenAYear()));
}

function refuseOther(what: string, mine: readonly unknown[], theirs: readonly unknown[]): void {
	mine.forEach((value, index) => {
		if (value === theirs[index]) return;
		throw new Error(`${what}: ${String(theirs[index])}, not ${String(value)} (start ${index})`);
	});
}

const sweptSchema = z.object({
	nodeMs: z.number(),
	peakMb: z.number(),
	keptMb: z.number(),
	told: z.number(),
});

/** Check Clock in a process of its own, so that the memory is its own too. */
function sweep(count: number, overdue: number) {
	const runs = Array.from({ length: RUNS }, () => {
		const program = ['--require', join(__dirname, 'register.cjs'), '--expose-gc'];
		const script = join(__dirname, 'time', 'sweepInN8n.ts');
		const printed = execFileSync(
			process.execPath,
			[...program, '--max-old-space-size=4096', script, String(count), String(overdue)],
			{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
		);
		return sweptSchema.parse(JSON.parse(printed.trim().split('\n').at(-1) ?? ''));
	});
	return {
		seconds: rounded(median(runs.map(({ nodeMs }) => nodeMs)) / 1000),
		peakMb: rounded(median(runs.map(({ peakMb }) => peakMb))),
		keptMb: median(runs.map(({ keptMb }) => keptMb)),
		told: median(runs.map(({ told }) => told)),
	};
}

function measureSweep(): Figure[] {
	const many = sweep(MANY, NEWS_A_MINUTE);
	const backlog = sweep(BACKLOG, BACKLOG);
	return [
		{
			key: 'check100kSeconds',
			value: many.seconds,
			meaning: `s of node time for 100,000 clocks on 50 calendars, ${many.told} milestones are told`,
			target: '< 2',
		},
		{
			key: 'check100kMb',
			value: many.peakMb,
			meaning: 'MB that the process grows by meanwhile, beyond the items that came in',
			target: '< 200',
		},
		{
			key: 'toldASecond',
			value: rounded(backlog.told / backlog.seconds),
			meaning:
				'alerts a second when every clock has news: each is a row and a message in five forms',
		},
		{
			key: 'kilobytesAnAlert',
			value: rounded((backlog.keptMb * 1000) / backlog.told),
			meaning: 'kB that one alert takes',
		},
	];
}
