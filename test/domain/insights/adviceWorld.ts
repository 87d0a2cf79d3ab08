import { buildReport } from '../../../nodes/domain/insights/buildReport';
import type { Suggestion } from '../../../nodes/domain/insights/suggestion';
import { suggestions } from '../../../nodes/domain/insights/suggestions';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import type { Policy } from '../../../nodes/domain/policy/policy';
import type { SeededRandom } from '../../scale/seededRandom';
import { handoffRows, utc } from './handoffRows';

/** How one requirement fares; all numbers are shares of chances. */
export interface FieldWorld {
	/** Of first looks that find it wanting: the gate stops the handoff. */
	notMet: number;
	/** Of other handoffs that go on by a waiver of it, and of these: come back for it. */
	waived: number;
	waivedReturned: number;
	/** Of submissions that the gate passed: come back for it. */
	escapes: number;
}

export interface TeamWorld {
	/** Besides what its requirements do. */
	stopped: number;
	returned: number;
	silent: number;
}

/** All that is true of a ledger before chance has its say. */
export interface World {
	handoffs: number;
	teams: TeamWorld[];
	fields: FieldWorld[];
	/** Of handoffs that go on with a warning, and of these: come back for it. */
	warned: number;
	warnedReturned: number;
	/** Of returns: name no field. */
	unnamed: number;
	/** Minutes agreed for an answer; shares of answers within half of it, and within all of it. */
	agreed: number;
	quick: number;
	inTime: number;
}

const WARNING = 'warning';
const nameOf = (place: number): string => `field${place}`;

function policyOf({ fields, agreed }: World): Policy {
	const check = { kind: 'present' };
	const ids = fields.map((_, place) => nameOf(place));
	return parsePolicy({
		id: 'kick-off',
		record: { id: 'id' },
		requirements: [
			...ids.map((id) => ({ id, label: id, field: id, check })),
			{ id: WARNING, label: WARNING, field: WARNING, check, severity: 'warning' },
		],
		waivers: { allowed: ids },
		sla: { accept: { minutes: agreed } },
	});
}

/** Draws a ledger from a world, and what the report advises on it. */
export function adviseOn(world: World, random: SeededRandom): Suggestion[] {
	const policies = [policyOf(world)];
	const rows = Array.from({ length: world.handoffs }, (_, index) => {
		const place = index % world.teams.length;
		const receivingTeam = `Team ${place}`;
		const steps = stepsOf(world, world.teams[place], random);
		const began = 'Mon 2026-03-02 09:00';
		const answerWithin = world.agreed;
		return handoffRows({ id: `H${index}`, began, answerWithin, receivingTeam }, steps);
	}).flat();
	const now = utc('Mon 2026-03-30 09:00');
	const report = buildReport(readRows(rows).rows, { timezone: 'UTC', policies }, now);
	return suggestions(report, policies);
}

function stepsOf(world: World, team: TeamWorld | undefined, random: SeededRandom): string {
	const is = (share = 0) => random.below(1) < share;
	const places = [...world.fields.keys()];
	const wanting = places.filter((place) => is(world.fields[place]?.notMet));
	if (wanting.length === 0 && is(team?.stopped)) wanting.push(places.length - 1);
	const stopped = wanting.length > 0;
	const waived = places.find((place) => !stopped && is(world.fields[place]?.waived));
	const warned = waived === undefined && !stopped && is(world.warned);
	const look = stopped
		? `not:${wanting.map(nameOf).join('+')}, fix 30, ready`
		: waived !== undefined
			? `waive:${nameOf(waived)}`
			: warned
				? `warn:${WARNING}`
				: 'ready';
	if (is(team?.silent)) return `${look}, ask, silence ${world.agreed}`;
	const minutes = answerMinutes(world, random);
	const escaped = places.find((place) =>
		is(place === waived ? world.fields[place]?.waivedReturned : world.fields[place]?.escapes),
	);
	const field =
		escaped !== undefined
			? nameOf(escaped)
			: warned && is(world.warnedReturned)
				? WARNING
				: is(team?.returned)
					? 'elsewhere'
					: undefined;
	if (field === undefined) return `${look}, ask, accept ${minutes}`;
	return `${look}, ask, return ${minutes} why${is(world.unnamed) ? '' : `:${field}`}`;
}

function answerMinutes({ agreed, quick, inTime }: World, random: SeededRandom): number {
	const drawn = random.below(1);
	const share = drawn < quick ? 0.5 : drawn < inTime ? 1 : 3;
	const least = drawn < quick ? 0.05 : drawn < inTime ? 0.55 : 1.05;
	return Math.round(agreed * (least + random.below(share - least)));
}
