import type { Handoff } from '../handoff/envelope';
import type { Wording } from '../language/wording';

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** What a record is called: by its title, by its id where nobody can see one, never by nothing. */
export const recordTitle = (
	{ title, id }: Pick<Handoff['record'], 'title' | 'id'>,
	wording: Wording,
): string => [title, id].find((name) => VISIBLE.test(name)) ?? wording.recordUnnamed;
