import { submitDecision } from '../scenario/decisionPage';
import { acceptWorkflow, DANA, publishAccept, ROBIN } from './acceptFlow';
import { HOUR_MS, n8nRestartedLater, START_MS } from './restartedLater';

const ACCEPTANCE = { decision: 'accept', name: 'Dana', 'check.capacity': 'on' };

describe('a reminder that falls due while n8n is down', () => {
	const { n8n, waitingFor, comeBackAt } = n8nRestartedLater();

	it(
		'is sent once when n8n is back, is marked late, and the handoff is decided by its link',
		async () => {
			const ask = await publishAccept(n8n(), acceptWorkflow('late-reminder', {}));
			const asked = await ask();
			const { workflowId } = await n8n().client.readExecution(asked.executionId);
			const [, reminderAt] = await waitingFor(workflowId, 0);
			const before = (await asked.textsFor(DANA.email)).length;

			await comeBackAt(reminderAt + HOUR_MS);
			await waitingFor(workflowId, reminderAt);

			const told = (await asked.output(0)).filter(({ message }) => message?.kind === 'reminder');
			const reminded = told.flatMap(({ message }) => message?.to.map(({ email }) => email) ?? []);
			expect([...reminded].sort()).toEqual([DANA.email, ROBIN.email]);
			expect(await asked.textsFor(DANA.email)).toHaveLength(before + 1);

			const answer = await submitDecision(await asked.linkFor(DANA.email), ACCEPTANCE);
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
