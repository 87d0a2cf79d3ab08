import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANNELS, SEAMS } from '../../templates/builder/combinations/adapterLists';
import type { Combination } from '../../templates/builder/combinations/adapters';
import { OTHER_TEMPLATES } from '../../templates/builder/files/catalogue';
import { EVERY_ADAPTER, EVERY_CHANNEL } from '../e2e/templateRuns/everyAdapter';

const E2E = join(__dirname, '..', 'e2e');
const textOf = (folder: string, isOne: (name: string) => boolean): string =>
	readdirSync(folder)
		.filter(isOne)
		.map((name) => readFileSync(join(folder, name), 'utf8'))
		.join('\n');

const suites = textOf(E2E, (name) => name.endsWith('.test.ts'));
const systems = (
	combinations: readonly Combination[],
	kind: 'crm' | 'project' | 'channel',
): string[] => [...new Set(combinations.map((combination) => combination[kind].system))].sort();

describe('the end-to-end runs', () => {
	it.each([
		['crm', SEAMS.flatMap(({ crms }) => crms)],
		['project', SEAMS.flatMap(({ projects }) => projects)],
		['channel', CHANNELS],
	] as const)('have every adapter of the kind %s', (kind, adapters) => {
		const known = [...new Set(adapters.map(({ system }) => system))].sort();

		expect(systems(EVERY_ADAPTER, kind)).toEqual(known);
	});

	it('let nobody answer in every channel', () => {
		expect(systems(EVERY_CHANNEL, 'channel')).toEqual(systems(EVERY_ADAPTER, 'channel'));
	});

	/** By its file, by the name of what composes it, or by a list of the stores of a ledger. */
	it.each(OTHER_TEMPLATES)('have a suite for $name', ({ name, compose }) => {
		const [, store] = /^ledger-in-(.+)$/.exec(name) ?? [];
		const named = [`'${name}.json'`, `${compose.name}(`, ...(store ? [`'${store}'`] : [])];

		expect(named.filter((one) => suites.includes(one))).not.toEqual([]);
	});
});
