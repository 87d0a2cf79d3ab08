import type { Handoff } from '../handoff/envelope';
import type { ShownChanges } from './page/model';

/** Requirements are said by the label of the policy; a dropped one by its id. */
export function changesOf({ verdict, agreed }: Handoff): { changes?: ShownChanges } {
	const since = verdict?.changedSince;
	if (since === undefined) return {};
	const labels = new Map(agreed.fields.map(({ id, label }) => [id, label]));
	const labelsFor = (ids: readonly string[]) => ids.map((id) => labels.get(id) ?? id);
	return {
		changes: {
			attempt: since.attempt,
			changed: since.changed,
			fixed: labelsFor(since.fixed),
			stillOpen: labelsFor(since.stillOpen),
			newlyOpen: labelsFor(since.newlyOpen),
		},
	};
}
