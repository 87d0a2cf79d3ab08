import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEDGER_COLUMNS } from '../../nodes/domain/handoff/ledgerColumns';

const GUIDE = readFileSync(join(__dirname, '..', '..', 'docs', 'ledger.md'), 'utf8');

it('tells of every column of a ledger row, in the order in which tables have them', () => {
	const table = GUIDE.split('## Columns')[1]?.split('\n\n')[1] ?? '';
	const named = table
		.split('\n')
		.flatMap((line) =>
			[...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, column]) => column),
		);
	expect(named).toEqual(LEDGER_COLUMNS);
});
