import { lintWorkflow } from '../../templates/lint/lintWorkflow';
import { readCatalogue } from '../../templates/lint/nodes/catalogue';
import { describedN8n, OLDEST_N8N } from '../../templates/lint/nodes/describedN8n';
import { choicesInOverview } from './overview';
import { readTemplate, shippedFiles } from '../templates/templateFolder';

const newest = readCatalogue();
const oldest = readCatalogue(describedN8n(OLDEST_N8N));
const lint = (name: string, catalogue = newest) =>
	lintWorkflow(JSON.parse(readTemplate(name)), { catalogue, shipped: true });

/** Templates in which there is nothing to choose but, at most, credentials. */
const WITHOUT_CHOICES = [
	'try-out.json',
	'sla-sweep.json',
	'backtest-from-csv.json',
	'policy-from-spreadsheet.json',
	'failed-execution.json',
];

describe.each(shippedFiles())('%s', (name) => {
	it.each([
		['newest', newest],
		['oldest', oldest],
	])('has no fault that the linter knows, against the %s n8n', (_, catalogue) => {
		expect(lint(name, catalogue).filter(({ level }) => level !== 'setUp')).toEqual([]);
	});

	it('tells in its overview exactly what is left to choose, and in which nodes', () => {
		const choices = lint(name)
			.filter(({ rule }) => rule === 'choose-value')
			.map(({ node, message }) => `${node}: ${message}`);

		expect(choices.length > 0).toBe(!WITHOUT_CHOICES.includes(name));
		expect(choicesInOverview(name).sort()).toEqual([...new Set(choices)].sort());
	});
});
