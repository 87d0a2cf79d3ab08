import { NAME_BELOW, NODE, type Box } from '../../lint/canvas/box';

/** Where the card of a node is: its box without the name below. */
export function cardOf({ left, top, bottom }: Box) {
	const low = bottom - NAME_BELOW;
	return {
		left,
		top,
		right: left + NODE,
		bottom: low,
		centre: left + NODE / 2,
		middle: (top + low) / 2,
		height: low - top,
	};
}
