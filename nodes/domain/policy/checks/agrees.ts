import { z } from 'zod';
import { HandoffProblem } from '../../base/problem';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { holdSameFact, readComparable, type Comparing } from '../comparable';
import { formatValue } from '../formatValue';
import type { SourceSettings, Sources } from '../sources';
import { oneValue } from '../oneValue';
import type { CheckContext, CheckSurroundings, CompiledCheck } from './check';
import { teamZone } from '../teamZone';
import { systemName } from '../../base/systemName';
import type { Finding } from '../../handoff/verdict';
import { allOfThese, say, type Sentence } from '../../language/sentence';
import type { TextName } from '../../language/wording';

const MOST_SHOWN = 60;
const CONFLICT = 'shortfallDiffers';

/** What the values are compared as, in words. */
const KINDS = {
	date: 'kindDate',
	email: 'kindEmail',
	money: 'kindMoney',
	name: 'kindName',
	number: 'kindNumber',
	phone: 'kindPhone',
	text: 'kindText',
} as const satisfies Record<SourceSettings['compareAs'], TextName>;

/** What the systems say about a field must be the same; `sources` of the policy says where they say it. */
export const agreesSchema = closedObject({ kind: z.literal('agrees') }).describe(
	'The same in every system that holds it; which ones is said under `sources`.',
);

/**
 * Compiles the comparison of the sources of a field.
 *
 * @throws HandoffProblem when the policy names no sources for the field, fewer than two, or a system
 * of record that is none of them
 */
export function compileAgrees({ field, sources, calendars }: CheckSurroundings): CompiledCheck {
	const written = settingsOf(field, sources);
	const settings = { ...written, timezone: teamZone(written.timezone, calendars) };
	const { systemOfRecord, values, compareAs } = settings;
	const others = Object.entries(values).filter(([system]) => system !== systemOfRecord);
	const systems: Array<[string, string]> = [
		[systemOfRecord, values[systemOfRecord] ?? ''],
		...others,
	];
	const readers = systems.map(([system, path]) => ({ system, read: compilePath(path) }));
	return {
		expected: say('expectedAgreement', {
			kind: say(KINDS[compareAs]),
			systems: allOfThese(systems.map(([system]) => nameOf(system))),
		}),
		reads: Object.values(values),
		missing: say('shortfallMissing'),
		takesAll: true,
		oneOfThem: '',
		control: undefined,
		judge: (_value, { record, isMissing }) => {
			const statements = readers.map(({ system, read }) => ({ system, value: read(record) }));
			const silent = statements.find(({ value }) => isMissing(value));
			if (silent === undefined) return sayConflict(statements, settings, isMissing);
			const name =
				silent.system === systemOfRecord ? 'shortfallMissingInMain' : 'shortfallMissingIn';
			return say(name, { system: nameOf(silent.system) });
		},
	};
}

/** Whether a finding says that systems contradict each other, rather than that one says nothing. */
export function isConflict({ codes }: Pick<Finding, 'codes'>): boolean {
	const { code, values = {} } = codes.shortfall;
	// Where it cannot be told whether the requirement applies, the conflict stands inside.
	const inside = values.shortfall;
	return (
		code === CONFLICT ||
		(typeof inside === 'object' && 'code' in inside && inside.code === CONFLICT)
	);
}

interface Statement {
	system: string;
	value: unknown;
}

function sayConflict(
	statements: readonly Statement[],
	settings: Comparing,
	isMissing: CheckContext['isMissing'],
): Sentence | undefined {
	const read = statements.map(({ value }) => readComparable(oneValue(value, isMissing), settings));
	const unreadable = statements.find((_statement, index) => read[index] === undefined);
	if (unreadable !== undefined) {
		return say('shortfallNotComparable', {
			kind: say(KINDS[settings.compareAs]),
			statements: sayStatement(unreadable),
		});
	}
	const [first, ...rest] = read;
	const agreed = rest.every(
		(other) =>
			first !== undefined && other !== undefined && holdSameFact(first, other, settings.tolerance),
	);
	if (agreed) return undefined;
	return say(CONFLICT, {
		statements: statements.map(sayStatement),
		system: nameOf(settings.systemOfRecord),
	});
}

const sayStatement = ({ system, value }: Statement): Sentence =>
	say('statement', { system: nameOf(system), value: formatValue(value, MOST_SHOWN) });

/** A system by its proper name where it is known, and as the policy calls it where not. */
const nameOf = (system: string): string => systemName(system) ?? system;

function settingsOf(field: string, sources: Sources): SourceSettings {
	const settings = sources[field];
	if (settings === undefined || !Object.hasOwn(sources, field)) {
		throw new HandoffProblem(
			`“agrees” needs to know which systems hold ${field}`,
			`Add “${field}” to “sources” of the policy, with a path for each system.`,
		);
	}
	refuseLoneSource(field, settings);
	return settings;
}

function refuseLoneSource(field: string, { systemOfRecord, values }: SourceSettings): void {
	if (Object.keys(values).length < 2) {
		throw new HandoffProblem(
			`the sources of ${field} are fewer than two`,
			'Name the path of the field for each of the systems that are compared.',
		);
	}
	if (Object.hasOwn(values, systemOfRecord)) return;
	throw new HandoffProblem(
		`the system of record “${systemOfRecord}” of ${field} is none of its sources`,
		`Choose one of ${Object.keys(values).join(', ')}, or add a path for it.`,
	);
}
