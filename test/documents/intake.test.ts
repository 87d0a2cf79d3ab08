import { FIELDS } from '../../templates/builder/crm/webhook';
import { answerStatusSchema } from '../../nodes/domain/gate/answer';
import { pages } from './pages';

const page = pages().find(({ path }) => path === 'docs/zapier-and-make.md');
/** The rows of the table under a heading or column: the first cell without its code marks, and the last. */
const rowsBelow = (head: RegExp): string[][] => {
	const [, table = ''] = (page?.text ?? '').split(head);
	return [...(table.split('\n\n')[0] ?? '').matchAll(/^\| `(\w+)` .*\| ([^|]+?) +\|$/gm)].map(
		([, name = '', last = '']) => [name, last],
	);
};

describe('the page about the intake', () => {
	it('tells every field that the flow maps, and no other', () => {
		const told = rowsBelow(/^\| Field +\| Needed .*$/m).map(([name]) => name);

		expect([...told].sort()).toEqual(Object.keys(FIELDS).sort());
	});

	it('tells every status of an answer, and the one of a refusal', () => {
		const told = rowsBelow(/^\| `status` +\| What it says +\|$/m).map(([name]) => name);

		expect(told).toEqual([...answerStatusSchema.options, 'refused']);
	});
});
