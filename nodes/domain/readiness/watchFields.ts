import { closestSpelling } from '../base/closestSpelling';
import { isObject } from '../base/isObject';
import { compilePath, type ReadRecord } from '../base/record';
import { pathsIn } from '../policy/compileText';
import type { CompiledPolicy } from './compilePolicy';

/** Looks out for fields of the policy that no record holds: mostly one that is misspelt. */
export interface FieldWatch {
	look(record: unknown): void;
	/** Whether any record held a field of the policy: then they are records that it is meant for. */
	hasSeenAny(): boolean;
	/** A sentence for each place whose field no record held; none when there was no record. */
	absent(): string[];
}

interface Watched {
	field: string;
	/** Where the policy names it, as the end of a sentence. */
	place: string;
	read: ReadRecord;
}

/** So many names of fields are looked through for one that is meant. */
const MOST_NAMES = 500;

export function watchFields(compiled: CompiledPolicy): FieldWatch {
	const watched = fieldsOf(compiled);
	const names = new Set<string>();
	let unseen = watched;
	let records = 0;
	return {
		look: (record) => {
			records += 1;
			if (unseen.length === 0) return;
			unseen = unseen.filter(({ read }) => read(record) === undefined);
			if (names.size < MOST_NAMES) for (const name of namesIn(record)) names.add(name);
		},
		hasSeenAny: () => unseen.length < watched.length,
		absent: () => (records === 0 ? [] : unseen.map((one) => describeAbsent(one, [...names]))),
	};
}

/** What is said of a field that no record holds, with the name that is probably meant. */
export function describeAbsent(
	{ field, place }: Pick<Watched, 'field' | 'place'>,
	names: readonly string[],
): string {
	const meant = nameMeant(field, names);
	const hint = meant === undefined ? '' : `; did you mean “${meant}”?`;
	return `No record holds the field ${field} of ${place}${hint}`;
}

/** Shorter names are close to each other without being meant for each other. */
const SHORTEST_LIKE_ANOTHER = 4;

function nameMeant(field: string, names: readonly string[]): string | undefined {
	const same = names.find((name) => name.toLowerCase() === field.toLowerCase());
	const before = field.slice(0, field.lastIndexOf('.') + 1);
	const last = field.slice(before.length);
	if (same !== undefined || last.length < SHORTEST_LIKE_ANOTHER) return same;
	const beside = names
		.filter((name) => name.startsWith(before))
		.map((name) => name.slice(before.length));
	const meant = closestSpelling(last, beside);
	return meant && `${before}${meant}`;
}

function fieldsOf({ requirements, handOver, policy }: CompiledPolicy): Watched[] {
	const watch = (field: string, place: string) => ({ field, place, read: compilePath(field) });
	return [
		...pathsIn(policy.record.id, 'path').map((field) => watch(field, 'the record id')),
		...(handOver?.reads ?? []).map((field) => watch(field, '“handOver”')),
		...requirements.flatMap(({ requirement: { field, label }, when }) => [
			watch(field, `“${label}”`),
			...(when?.reads ?? []).map((path) => watch(path, `the condition of “${label}”`)),
		]),
	];
}

/** The names of the fields that a record holds, also of those one level below. */
export function namesIn(record: unknown): string[] {
	if (!isObject(record)) return [];
	const held = (one: object) =>
		Object.entries(one)
			.slice(0, MOST_NAMES)
			.filter(([, value]) => value !== undefined);
	return held(record).flatMap(([name, value]) =>
		isObject(value) ? held(value).map(([inner]) => `${name}.${inner}`) : [name],
	);
}
