import { runSingle } from '../scale/singleGroup';

jest.setTimeout(300_000);

it('takes handoffs one after the other to their task on one n8n with SQLite', async () => {
	const figures = await runSingle({ minutes: 1, atOnce: 2 });

	console.info(figures.map(({ key, value }) => `${key} ${value}`).join('\n'));
	expect(figures.filter(({ holds }) => holds === false)).toEqual([]);
	expect(figures.find(({ key }) => key === 'handoffs')?.value).toBeGreaterThan(2);
});
