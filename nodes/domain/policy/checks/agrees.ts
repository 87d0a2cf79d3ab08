import { z } from 'zod';
import { HandoffProblem } from '../../base/problem';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { holdSameFact, readComparable } from '../comparable';
import { formatValue } from '../formatValue';
import type { SourceSettings, Sources } from '../sources';
import type { CompiledCheck } from './check';

const MOST_SHOWN = 60;
const DIFFERS = 'differs: ';

/** What the systems say about a field must holdSameFact; `sources` of the policy says where they say it. */
export const agreesSchema = closedObject({ kind: z.literal('agrees') });

/**
 * Compiles the comparison of the sources of a field.
 *
 * @throws HandoffProblem when the policy names no sources for the field, fewer than two, or a system
 * of record that is none of them
 */
export function compileAgrees(field: string, sources: Sources): CompiledCheck {
	const settings = sources[field];
	if (settings === undefined || !Object.hasOwn(sources, field)) {
		throw new HandoffProblem(
			`“agrees” needs to know which systems hold ${field}`,
			`Add “${field}” to “sources” of the policy, with a path for each system.`,
		);
	}
	refuseLoneSource(field, settings);
	const { systemOfRecord, values, compareAs } = settings;
	const others = Object.entries(values).filter(([system]) => system !== systemOfRecord);
	const readers = others.map(([system, path]) => ({ system, read: compilePath(path) }));
	const readWinner = compilePath(values[systemOfRecord] ?? '');
	return {
		expected: `the same ${compareAs} in ${[systemOfRecord, ...others.map(([system]) => system)].join(' and ')}`,
		reads: Object.values(values),
		judge: (_value, { record, isMissing }) => {
			const winner = readWinner(record);
			if (isMissing(winner)) return `is missing in ${systemOfRecord}, whose word counts`;
			const silent = readers.find(({ read }) => isMissing(read(record)));
			if (silent !== undefined) return `is missing in ${silent.system}`;
			const statements = readers.map(({ system, read }) => ({ system, value: read(record) }));
			return formatConflict({ system: systemOfRecord, value: winner }, statements, settings);
		},
	};
}

/** Whether a finding says that systems contradict each other, rather than that one says nothing. */
export const isConflict = ({ check, shortfall }: { check: string; shortfall: string }): boolean =>
	check === 'agrees' && shortfall.startsWith(DIFFERS);

interface Statement {
	system: string;
	value: unknown;
}

function formatConflict(
	winner: Statement,
	others: readonly Statement[],
	settings: SourceSettings,
): string | undefined {
	const all = [winner, ...others];
	const readable = all.map(({ value }) => readComparable(value, settings));
	const unreadable = all.find((_statement, index) => readable[index] === undefined);
	if (unreadable !== undefined) {
		return `cannot be compared as ${settings.compareAs}: ${formatStatement(unreadable)}`;
	}
	const [first, ...rest] = readable;
	const agreed = rest.every(
		(other) =>
			first !== undefined && other !== undefined && holdSameFact(first, other, settings.tolerance),
	);
	if (agreed) return undefined;
	return `${DIFFERS}${all.map(formatStatement).join(', ')}; ${winner.system} counts`;
}

const formatStatement = ({ system, value }: Statement): string =>
	`${system} says ${formatValue(value, MOST_SHOWN)}`;

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
