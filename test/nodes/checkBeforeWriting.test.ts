import type { IDataObject } from 'n8n-workflow';
import { HandoffFix } from '../../nodes/HandoffFix/HandoffFix.node';
import type { Change } from '../../nodes/domain/handoff/change';
import { runNode } from '../support/runWorkflow';
import { askedToFix, SAM } from '../support/missingHandoff';

let sent = 0;
const change = (field: string, from: Change['from'], to: Change['to']): Change => ({
	...{ requirements: [field], field, label: field, from, to },
	at: new Date(Date.parse('2026-03-02T10:00:00Z') + (sent += 1)).toISOString(),
	by: { ...SAM, proof: 'signedLinkAndName' },
});

/** What leaves by Write, Nothing to Write and Changed Meanwhile. */
async function check(record: IDataObject, changes: Change[], parameters: IDataObject = {}) {
	const asked = askedToFix();
	const handoff = { ...asked, fixing: { ...asked.fixing, changes } };
	const run = await runNode({
		node: new HandoffFix(),
		parameters: {
			operation: 'checkBeforeWriting',
			itemsAre: 'values',
			asText: false,
			...parameters,
		},
		items: [{ ...record, handoff: JSON.parse(JSON.stringify(handoff)) }],
	});
	if (run.error !== undefined) throw run.error;
	return {
		write: run.records(0).map(({ write }) => write),
		nothing: run.records(1).length,
		changed: run.records(2).length,
	};
}

describe('Check Before Writing', () => {
	it('lets each value out by an item of its own, with the name that the system has for it', async () => {
		const changes = [change('properties.amount', null, 5000), change('start', null, '2026-03-16')];

		expect(await check({ id: '1' }, changes)).toEqual({
			write: [
				{ field: 'properties.amount', label: 'properties.amount', name: 'amount', value: 5000 },
				{ field: 'start', label: 'start', name: 'start', value: '2026-03-16' },
			],
			nothing: 0,
			changed: 0,
		});
	});

	it('passes on what has nothing to write, and tells what was changed meanwhile', async () => {
		expect(await check({ id: '1', start: 'x' }, [])).toEqual({ write: [], nothing: 1, changed: 0 });
		expect(await check({ id: '1', start: 'x' }, [change('start', null, 'y')])).toEqual({
			...{ write: [], nothing: 1, changed: 1 },
		});
	});

	it('writes nothing to a record that could not be read', async () => {
		const error = '503 Service Unavailable';
		expect(await check({ error }, [change('start', null, 'y')])).toEqual({
			...{ write: [], nothing: 1, changed: 0 },
		});
	});

	it('writes nothing to a record that is gone', async () => {
		expect(await check({}, [change('start', null, 'y')])).toEqual({
			...{ write: [], nothing: 1, changed: 0 },
		});
	});

	it.each`
		values                                           | fields
		${[['client.email', 'a'], ['owner.email', 'b']]} | ${{ 'client.email': 'a', 'owner.email': 'b' }}
		${[['note', '=1+1']]}                            | ${{ note: "'=1+1" }}
		${[['notes', ['=1+1', 'x']]]}                    | ${{ notes: ["'=1+1", 'x'] }}
		${[['amount', -5]]}                              | ${{ amount: -5 }}
	`(
		'gives a spreadsheet one item with all values, none of them a formula: $fields',
		async ({ values, fields }) => {
			const changes = values.map(([field, to]: [string, Change['to']]) => change(field, null, to));
			const { write } = await check({ id: '1' }, changes, { itemsAre: 'record', asText: true });

			expect(write).toEqual([{ fields }]);
		},
	);
});
