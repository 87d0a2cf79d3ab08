import { upperTail } from './chance';
import type { Rate } from './rate';

const FEWEST_ESCAPES = 3;
const ESCAPE_SHARE = 0.05;

/** How likely so much comes back for a field when its true share is just what may come back. */
export const escapeChance = (came: Rate): number => upperTail(came, ESCAPE_SHARE);

/** Whether enough comes back for a field to ask more of it. */
export const isWorthTightening = ({ hits, share = 0 }: Rate): boolean =>
	hits >= FEWEST_ESCAPES && share >= ESCAPE_SHARE;
