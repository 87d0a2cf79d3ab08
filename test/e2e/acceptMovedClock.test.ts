import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { submitDecision } from '../../demo/road/decisionPage';
import { startN8n, type RunningN8n } from '../../demo/server/startN8n';
import { movedClock } from '../support/movedClock';
import { acceptWorkflow, DANA, publishAccept, ROBIN } from './acceptFlow';

const ROOT = join(__dirname, '..', '..');
const START_MS = 180_000;
const HOUR_MS = 3_600_000;
/** n8n notes a moment later that an execution waits; until then it takes a kill for its crash. */
const NOTED_MS = 2_000;
const ACCEPTANCE = { decision: 'accept', name: 'Dana', 'check.capacity': 'on' };

describe('a reminder that falls due while n8n is down', () => {
	const clock = movedClock();
	let n8n: RunningN8n;

	beforeAll(async () => {
		// The other engine of expressions has a clock of its own, which nothing moves.
		const env = { ...clock.env, N8N_EXPRESSION_ENGINE: 'legacy' };
		n8n = await startN8n({ packageFrom: ROOT, env });
	}, START_MS);

	afterAll(async () => {
		await n8n?.stop();
		clock.remove();
	}, START_MS);

	/** When an execution goes on by itself, once that is later than `after`. */
	async function waitsUntil(executionId: string, after: number): Promise<number> {
		const deadline = Date.now() + START_MS;
		for (;;) {
			const waiting = await n8n.client.listExecutions({ status: ['waiting'] });
			const at = Date.parse(waiting.find(({ id }) => id === executionId)?.waitTill ?? '');
			if (at > after) return at;
			if (Date.now() > deadline) throw new Error(`${executionId} waits for nothing later`);
			await sleep(200);
		}
	}

	it(
		'is sent once when n8n is back, is marked late, and the handoff is decided by its link',
		async () => {
			const ask = await publishAccept(n8n, acceptWorkflow('late-reminder', {}));
			const asked = await ask();
			const reminderAt = await waitsUntil(asked.executionId, 0);
			const before = (await asked.textsFor(DANA.email)).length;

			await sleep(NOTED_MS);
			await n8n.kill9();
			clock.moveTo(reminderAt + HOUR_MS);
			await n8n.restart();
			await waitsUntil(asked.executionId, reminderAt);

			const told = (await asked.output(0)).filter(({ message }) => message?.kind === 'reminder');
			const reminded = told.flatMap(({ message }) => message?.to.map(({ email }) => email) ?? []);
			expect([...reminded].sort()).toEqual([DANA.email, ROBIN.email]);
			expect(await asked.textsFor(DANA.email)).toHaveLength(before + 1);

			const link = await asked.linkFor(DANA.email);
			const answer = await submitDecision(link, ACCEPTANCE);
			expect(answer.page).toContain('Accepted. Thank you.');
			await asked.until('success');
			const [accepted] = await asked.output(1);
			const [reminder] = accepted?.request?.milestones ?? [];
			expect(reminder).toMatchObject({ late: true });
			expect(Date.parse(reminder?.firedAt ?? '')).toBeGreaterThanOrEqual(reminderAt + HOUR_MS);
		},
		4 * START_MS,
	);
});
