import type { Box } from '../../lint/canvas/box';
import type { Connection } from '../../lint/file/connections';
import { cardOf } from './card';

const OUTPUT_GAP = 32;
/** How far a wire runs straight out before it bends. */
const BEND = 90;
/** A wire that leads back runs below its node, as in n8n's editor. */
const BELOW = 130;
const OUT = 40;
const ROUND = 16;
/** As close as this to its node, a wire to the right of it leads back too. */
const HANDLE = 20;

/**
 * The way of a wire as n8n draws it, as the data of an SVG path: a curve to what stands further
 * right, and a way around below for what stands further left. A part of an AI node hangs below that
 * node.
 *
 * @param used how many outputs of the source are in use
 */
export function wirePath(
	{ output, kind }: Connection,
	{ source, target, used }: { source: Box; target: Box; used: number },
): string {
	const [from, to] = [cardOf(source), cardOf(target)];
	const start: Point = [from.right, from.middle + (output - (used - 1) / 2) * OUTPUT_GAP];
	const end: Point = [to.left, to.middle];
	if (kind !== 'main') return hanging([from.centre, from.top], [to.centre, to.bottom]);
	return start[0] - HANDLE > end[0] ? around(start, end) : curve(start, end);
}

type Point = readonly [x: number, y: number];

function curve([x, y]: Point, [toX, toY]: Point): string {
	const reach = Math.max(BEND, (toX - x) / 2);
	return `M${x} ${y}C${x + reach} ${y} ${toX - reach} ${toY} ${toX} ${toY}`;
}

const hanging = ([x, y]: Point, [toX, toY]: Point): string =>
	`M${x} ${y}C${x} ${y - BEND} ${toX} ${toY + BEND} ${toX} ${toY}`;

/** Out to the right, down, back to the left, and up or down to where it ends. */
function around([x, y]: Point, [toX, toY]: Point): string {
	const low = y + BELOW;
	const down = Math.sign(toY - low) || 1;
	const round = Math.min(ROUND, Math.abs(toY - low) / 2);
	return [
		`M${x} ${y}H${x + OUT - ROUND}q${ROUND} 0 ${ROUND} ${ROUND}`,
		`V${low - ROUND}q0 ${ROUND} ${-ROUND} ${ROUND}`,
		`H${toX - OUT + round}q${-round} 0 ${-round} ${down * round}`,
		`V${toY - down * round}q0 ${down * round} ${round} ${down * round}`,
		`H${toX}`,
	].join('');
}
