import type { Suggestion } from '../../../nodes/domain/insights/suggestion';
import type { SeededRandom } from '../../scale/seededRandom';
import { adviseOn, type FieldWorld, type TeamWorld, type World } from './adviceWorld';

/** Up to the share from which on something would be the matter, and in half of the cases that share. */
const upTo = (most: number, random: SeededRandom): number =>
	random.below(1) < 0.5 ? most : random.below(most);

const wholeBetween = (least: number, most: number, random: SeededRandom): number =>
	least + Math.floor(random.below(most - least + 1));

const repeat = <Thing>(count: number, make: () => Thing): Thing[] =>
	Array.from({ length: count }, make);

/**
 * A world in which nothing is the matter: all teams are alike, nothing comes back, is waived, left
 * unanswered or late more often than it may, and every requirement earns its place.
 */
export function worldOfNothing(random: SeededRandom): World {
	const fieldCount = wholeBetween(1, 10, random);
	const teamCount = wholeBetween(1, 40, random);
	const returned = upTo(0.2, random);
	const few = wholeBetween(10, 400, random);
	const silent = upTo(0.05, random);
	const stopped = upTo(0.2, random);
	const waived = upTo(0.15, random);
	const waivedField = wholeBetween(0, fieldCount - 1, random);
	const fields = Array.from({ length: fieldCount }, (_, place): FieldWorld => {
		const escapes = Math.min(0.05, returned / fieldCount);
		return {
			notMet: 0.05 + random.below(0.05),
			waived: place === waivedField ? waived : 0,
			waivedReturned: escapes,
			escapes,
		};
	});
	return {
		handoffs: random.below(1) < 0.5 ? few : Math.max(few, teamCount * 10),
		teams: repeat(teamCount, () => ({ stopped, returned: 0, silent })),
		fields,
		warned: upTo(0.2, random),
		warnedReturned: upTo(0.05, random),
		unnamed: upTo(0.2, random),
		agreed: random.below(1) < 0.5 ? 60 : 480,
		quick: upTo(0.7, random),
		inTime: 1 - upTo(0.2, random),
	};
}

/** Four pairs of teams and five requirements that work as they should. */
function plainWorld(handoffs: number, random: SeededRandom): World {
	const team = { stopped: 0.1, returned: 0, silent: 0.02 };
	const field = { notMet: 0.07, waived: 0.02, waivedReturned: 0.02, escapes: 0.02 };
	return {
		handoffs,
		teams: repeat(4, (): TeamWorld => ({ ...team })),
		fields: repeat(5, (): FieldWorld => ({ ...field })),
		warned: 0.1,
		warnedReturned: 0.02,
		unnamed: 0.1,
		agreed: 60,
		quick: 0.5,
		inTime: 0.92,
		...(random.below(1) < 0.5 && { agreed: 480 }),
	};
}

/** A pattern of a size worth acting on, and how a report names it. */
interface Pattern {
	/** One word for it, and the pattern in words. */
	key: string;
	pattern: string;
	plant(random: SeededRandom): World;
	/** How many of the things that were planted are named. */
	named(told: readonly Suggestion[]): boolean[];
}

const FIRST = 'field0';

const names =
	(kind: Suggestion['kind'], part = '') =>
	(told: readonly Suggestion[]) => [
		told.some((each) => each.kind === kind && each.title.includes(part)),
	];

/** A plain world with its first requirement, or its first team, changed. */
const withFirst =
	(
		handoffs: number,
		field: Partial<FieldWorld>,
		team: Partial<TeamWorld> = {},
		more: Partial<World> = {},
	) =>
	(random: SeededRandom): World => {
		const world = plainWorld(handoffs, random);
		Object.assign(world.fields[0] ?? {}, field);
		Object.assign(world.teams[0] ?? {}, team);
		return { ...world, ...more };
	};

export const PATTERNS: readonly Pattern[] = [
	{
		key: 'tighten',
		pattern: 'of 300 handoffs 15 % come back for a field that the gate had passed',
		plant: withFirst(300, { escapes: 0.15 }),
		named: names('tighten', FIRST),
	},
	{
		key: 'block',
		pattern: 'of 300 handoffs 30 % go on with a warning, and 30 % of these come back for it',
		plant: withFirst(300, {}, {}, { warned: 0.5, warnedReturned: 0.3 }),
		named: names('tighten', 'warning'),
	},
	{
		key: 'relax',
		pattern: 'a requirement holds nothing up in 300 handoffs',
		plant: withFirst(300, { notMet: 0, waived: 0, escapes: 0 }, {}, { unnamed: 0 }),
		named: names('relax', FIRST),
	},
	{
		key: 'exceptionIntoRule',
		pattern: 'a requirement is waived in 30 % of 200 handoffs',
		plant: withFirst(200, { waived: 0.5, waivedReturned: 0 }),
		named: names('exceptionIntoRule', FIRST),
	},
	{
		key: 'stopWaiving',
		pattern: 'of 200 handoffs 30 % are waived, and 30 % of these come back for it',
		plant: withFirst(200, { waived: 0.5, waivedReturned: 0.3 }),
		named: names('stopWaiving', FIRST),
	},
	{
		key: 'allowMoreTime',
		pattern: 'of 120 handoffs 60 % are answered in time',
		plant: withFirst(120, {}, {}, { quick: 0.3, inTime: 0.6 }),
		named: names('moveDeadline', 'Allow'),
	},
	{
		key: 'allowLessTime',
		pattern: 'all of 120 handoffs are answered in time, 97 % of them in half of it',
		plant: withFirst(120, {}, {}, { agreed: 480, quick: 0.97, inTime: 1 }),
		named: names('moveDeadline', 'Ask for'),
	},
	{
		key: 'askForAnswers',
		pattern: 'one of four teams leaves a quarter of its 60 handoffs unanswered',
		plant: withFirst(240, {}, { silent: 0.25 }),
		named: names('askForAnswers', 'Team 0'),
	},
	{
		key: 'nameFields',
		pattern: 'of 300 handoffs 20 % come back, three in five of them without a field',
		plant: withFirst(300, { escapes: 0.12 }, {}, { unnamed: 0.6 }),
		named: names('nameFields'),
	},
	{
		key: 'splitPolicy',
		pattern: 'three of twelve pairs of teams, each with 60 handoffs, pass half as many at once',
		plant: (random) => {
			const world = plainWorld(720, random);
			const fields = world.fields.map((field) => ({ ...field, notMet: 0.05 }));
			const teams = Array.from({ length: 12 }, (_, place): TeamWorld => ({
				stopped: place < 2 ? 0.6 : 0.1,
				returned: place === 2 ? 0.6 : 0,
				silent: 0.02,
			}));
			return { ...world, fields, teams };
		},
		named: (told) =>
			[0, 1, 2].map((place) =>
				told.some(({ kind, title }) => kind === 'splitPolicy' && title.endsWith(`→ Team ${place}`)),
			),
	},
];

/** How many of so many ledgers without any true difference lead to advice. */
export function countAdvised(ledgers: number, random: SeededRandom): number {
	let advised = 0;
	for (let drawn = 0; drawn < ledgers; drawn += 1) {
		if (adviseOn(worldOfNothing(random), random).length > 0) advised += 1;
	}
	return advised;
}

/** How many of the things planted in so many ledgers are named, in percent. */
export function percentNamed(
	{ plant, named }: Pattern,
	ledgers: number,
	random: SeededRandom,
): number {
	const found = repeat(ledgers, () => named(adviseOn(plant(random), random))).flat();
	return (100 * found.filter(Boolean).length) / found.length;
}
