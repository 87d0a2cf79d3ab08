import { z } from 'zod';
import type { WorkflowNode } from '../file/workflowFile';

/** A rectangle on the canvas, in pixels. */
export interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export const STICKY = 'n8n-nodes-base.stickyNote';

/** What n8n's editor draws: a square that grows with its outputs, and the name below it. */
export const NODE = 96;
const FREE_OUTPUTS = 2;
const PER_OUTPUT = 32;
export const NAME_BELOW = 40;
const STICKY_SIZE = { width: 240, height: 160 };

const sizeSchema = z.object({
	width: z.number().catch(STICKY_SIZE.width),
	height: z.number().catch(STICKY_SIZE.height),
});

/** Where a node is, its name included; a sticky note has the size that is set in it. */
export function boxOf({ name, type, position, parameters }: WorkflowNode, outputs = 1): Box {
	const [left, top] = position;
	const { width, height } =
		type === STICKY
			? sizeSchema.parse(parameters)
			: {
					width: NODE,
					height: NODE + Math.max(0, outputs - FREE_OUTPUTS) * PER_OUTPUT + NAME_BELOW,
				};
	return { name, left, top, right: left + width, bottom: top + height };
}

export const overlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const contains = (outer: Box, inner: Box): boolean =>
	outer.left <= inner.left &&
	outer.top <= inner.top &&
	outer.right >= inner.right &&
	outer.bottom >= inner.bottom;
