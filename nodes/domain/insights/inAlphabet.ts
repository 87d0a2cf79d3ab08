/**
 * Puts two texts in the order of their signs. What is equal otherwise stands in this order, so that a
 * report says the same in whatever order the rows came.
 */
export const inAlphabet = (left: string, right: string): number =>
	left === right ? 0 : left < right ? -1 : 1;
