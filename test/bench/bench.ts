import { measureFlow } from './flowGroup';
import { measureGate } from './gateGroup';
import { measurePage } from './pageGroup';
import { measureReport } from './reportGroup';
import { measureTime } from './timeGroup';
import { fallsShort, type Figure } from './timing';

/** Measures one group; the figures are told in this order. */
const GROUPS: Record<string, () => Promise<Figure[]>> = {
	gate: measureGate,
	report: measureReport,
	time: measureTime,
	page: measurePage,
	flow: measureFlow,
};

/** Measures the named groups, or all, and tells the figures as a table and as JSON. */
async function main(named: readonly string[]): Promise<void> {
	const unknown = named.filter((name) => !Object.hasOwn(GROUPS, name));
	if (unknown.length > 0) {
		throw new Error(
			`There is no group ${unknown.join(', ')}. Groups: ${Object.keys(GROUPS).join(', ')}`,
		);
	}
	const short: string[] = [];
	const report: Record<string, Record<string, number>> = {};
	for (const [name, measure] of Object.entries(GROUPS)) {
		if (named.length > 0 && !named.includes(name)) continue;
		const figures = await measure();
		console.log(`\n${name}`);
		for (const { key, value, meaning, target } of figures) {
			const wanted = target === undefined ? '' : `  (target ${target})`;
			console.log(`  ${key.padEnd(20)} ${String(value).padStart(10)}  ${meaning}${wanted}`);
		}
		for (const { key, value, target } of figures.filter(fallsShort)) {
			short.push(`${name} ${key} is ${value}, not ${target}`);
		}
		report[name] = Object.fromEntries(figures.map(({ key, value }) => [key, value]));
	}
	console.log(
		short.length === 0 ? '\nNothing falls short.' : `\nFalls short:\n${short.join('\n')}`,
	);
	console.log(`\n${JSON.stringify(report)}`);
}

main(process.argv.slice(2)).catch((problem: unknown) => {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exitCode = 1;
});
