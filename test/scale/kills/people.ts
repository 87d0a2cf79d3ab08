import { submitDecision } from '../../scenario/decisionPage';
import { PEOPLE } from './killFlow';
import type { Recorder } from './recorder';

const ACCEPTANCE = { decision: 'accept', 'check.capacity': 'yes' };

/** Newest link that a person was sent about a record. */
export function newestLink(
	{ messages }: Recorder,
	recordId: string,
	email: string,
): string | undefined {
	const sent = messages.flatMap(({ handoff }) =>
		handoff.record.id === recordId
			? (handoff.request?.links ?? []).filter((link) => link.email === email)
			: [],
	);
	return sent.at(-1)?.url;
}

/** A person opens the newest link and accepts; n8n may be down, and then nothing has happened. */
export async function accept(recorder: Recorder, recordId: string, email: string): Promise<void> {
	const link = newestLink(recorder, recordId, email);
	if (link === undefined) return;
	await submitDecision(link, { ...ACCEPTANCE, name: email }).catch(() => undefined);
}

/** Everybody who has not accepted yet tries, until each of these handoffs has an outcome. */
export async function decideAll(
	recorder: Recorder,
	{ ids, withinMs, goOn }: { ids: readonly string[]; withinMs: number; goOn(): Promise<void> },
): Promise<void> {
	const deadline = Date.now() + withinMs;
	const open = () =>
		ids.filter((id) => !recorder.outcomes.some(({ handoff }) => handoff.record.id === id));
	while (open().length > 0 && Date.now() < deadline) {
		for (const { email } of PEOPLE) {
			await Promise.all(open().map((id) => accept(recorder, id, email)));
		}
		await new Promise((resolve) => setTimeout(resolve, 500));
		await goOn();
	}
}
