/** The Monday of all these tables: 2026-03-02. */
export const monday = (time: string) => Date.parse(`2026-03-02T${time}:00Z`);

export const HANDOFF = 'handoff-1';

/** A stored row of the handoff: only what its life is read from. */
export const lifeRow = (
	type: string,
	at: number,
	{ attempt = 1, actor = '', ...data }: Record<string, unknown> = {},
) => ({
	eventId: [HANDOFF, attempt, type, data.round ?? '', actor].join(':'),
	handoffId: HANDOFF,
	type,
	at: new Date(at).toISOString(),
	attempt,
	policyId: 'sales-to-delivery',
	actor,
	data: JSON.stringify(data),
});

/** The rows of a first attempt that was found ready on Monday at nine and asked about at ten. */
export const judged = (attempt = 1, digest = `shown-${attempt}`) =>
	lifeRow('handoff.evaluated', monday('09:00'), { attempt, ready: true, digest, open: ['phone'] });
export const asked = (attempt = 1, round = 1, more: Record<string, unknown> = {}) =>
	lifeRow('handoff.requested', monday('10:00') + round, {
		...{ attempt, round, closesAt: '2026-03-03T10:00:00.000Z', askedBy: 'execution 7' },
		...more,
	});
