import { forgetIn } from '../../../nodes/domain/upkeep/forgetPerson';
import { asPseudonym, pseudonymFor } from '../../../nodes/domain/upkeep/pseudonym';
import { rowOf } from '../../support/ledgerRows';

const DANA = {
	email: 'dana@delivery.example',
	name: 'Dana Doe',
	pseudonym: asPseudonym('person-1'),
};
const ADDRESS = 'person-1@forgotten.invalid';

const forgetData = (data: unknown, more: object = {}): unknown => {
	const row = forgetIn(rowOf(1, { data: JSON.stringify(data), ...more }), [DANA]);
	return row === undefined ? undefined : JSON.parse(row.data);
};

describe('forgetting a person', () => {
	it.each<[what: string, data: object, after: object]>([
		[
			'among those asked',
			{ receivers: [DANA.email, 'robin@x.example'] },
			{ receivers: [ADDRESS, 'robin@x.example'] },
		],
		['however it is written', { note: 'Ask DANA@Delivery.example.' }, { note: `Ask ${ADDRESS}.` }],
		['by name in a comment', { comment: 'dana  doe said so' }, { comment: 'person-1 said so' }],
		[
			'beside the address, whatever the name there',
			{ to: { name: 'D.', email: DANA.email } },
			{ to: { name: 'person-1', email: ADDRESS } },
		],
		[
			'among several voters',
			{
				votes: [
					{ name: 'Dana D', email: DANA.email },
					{ name: 'Robin', email: 'robin@x.example' },
				],
			},
			{
				votes: [
					{ name: 'person-1', email: ADDRESS },
					{ name: 'Robin', email: 'robin@x.example' },
				],
			},
		],
		['as an approver', { approvedBy: DANA.email }, { approvedBy: ADDRESS }],
	])('replaces them %s', (_what, data, after) => {
		expect(forgetData(data)).toEqual(after);
	});

	it('replaces the name that they typed when they decided', () => {
		const row = rowOf(1, { actor: 'Dana@delivery.example', data: '{"by":"D. D.","round":1}' });
		expect(forgetIn(row, [DANA])).toMatchObject({
			actor: ADDRESS,
			data: '{"by":"person-1","round":1}',
		});
	});

	it('replaces them in the notes of reasons', () => {
		const reasons = JSON.stringify([{ code: 'goals', label: 'Goals', note: 'As Dana Doe wrote' }]);
		expect(forgetIn(rowOf(1, { reasons }), [DANA])?.reasons).toContain('As person-1 wrote');
	});

	it.each([
		{ note: 'jordana@delivery.example' },
		{ note: 'dana@delivery.example.org' },
		{ note: 'dana@delivery.example-group' },
		{ comment: 'Jordana Doerr' },
		{ by: 'Robin', receivers: ['robin@x.example'] },
	])('leaves others alone: %j', (data) => {
		expect(forgetData(data)).toBeUndefined();
	});

	it('needs no name, and takes signs in an address for what they are', () => {
		const plus = { email: 'd+n.a@x.example', name: '', pseudonym: asPseudonym('person-2') };
		const row = rowOf(1, { data: '{"receivers":["d+n.a@x.example","dxnxa@x.example"]}' });
		expect(forgetIn(row, [plus])?.data).toBe(
			'{"receivers":["person-2@forgotten.invalid","dxnxa@x.example"]}',
		);
	});

	it('replaces several persons in one row, and says whether it is sealed', () => {
		const robin = { email: 'robin@x.example', name: '', pseudonym: asPseudonym('person-2') };
		const row = rowOf(1, { actor: robin.email, data: `{"to":"${DANA.email}"}`, seal: 'a:b:c' });
		expect(forgetIn(row, [DANA, robin])).toMatchObject({
			actor: 'person-2@forgotten.invalid',
			data: `{"to":"${ADDRESS}"}`,
			sealed: true,
		});
	});

	it.each([undefined, 7, {}, { eventId: 'x', data: '{broken' }])('passes over %j', (row) => {
		expect(forgetIn(row, [DANA])).toBeUndefined();
	});

	it('rewrites a cell that is no JSON as it stands', () => {
		const row = { ...rowOf(1), data: `{broken ${DANA.email}` };
		expect(forgetIn(row, [DANA])?.data).toBe(`{broken ${ADDRESS}`);
	});

	it('gives the same address the same pseudonym, and others another', () => {
		expect(pseudonymFor(' DANA@delivery.example')).toEqual(pseudonymFor(DANA.email));
		expect(pseudonymFor('robin@x.example')).not.toEqual(pseudonymFor(DANA.email));
	});
});
