import { measureAdvice } from './adviceGroup';
import { tellFigures, type Figure } from './figures';
import { measureFuzz } from './fuzzGroup';
import { measureInstall } from './installGroup';
import { measureKills } from './killsGroup';
import { measureLife } from './lifeGroup';
import { measureQueue } from './queueGroup';
import { measureRows } from './rowsGroup';
import { readSettings, type Settings } from './settings';
import { measureSingle } from './singleGroup';
import { measureSql } from './sqlGroup';
import { measureTemplates } from './templatesGroup';

const GROUPS: Record<string, (settings: Settings) => Promise<Figure[]>> = {
	advice: measureAdvice,
	fuzz: measureFuzz,
	install: measureInstall,
	kills: measureKills,
	life: measureLife,
	queue: measureQueue,
	rows: measureRows,
	single: measureSingle,
	sql: measureSql,
	templates: measureTemplates,
};

/** Runs one group, or all, and fails when a figure falls short. */
async function main(given: readonly string[]): Promise<void> {
	const named = given.filter((each) => !each.startsWith('--'));
	const unknown = named.filter((name) => !Object.hasOwn(GROUPS, name));
	if (unknown.length > 0) {
		const known = Object.keys(GROUPS).join(', ');
		throw new Error(`There is no group ${unknown.join(', ')}. Groups: ${known}`);
	}
	const settings = readSettings(given.filter((each) => each.startsWith('--')));
	for (const [name, measure] of Object.entries(GROUPS)) {
		if (named.length > 0 && !named.includes(name)) continue;
		if (!tellFigures({ name, figures: await measure(settings) })) process.exitCode = 1;
	}
}

main(process.argv.slice(2)).catch((problem: unknown) => {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exitCode = 1;
});
