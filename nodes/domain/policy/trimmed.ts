/** The text without white space around it; cheap where there is none, as in nearly all values. */
export const trimmed = (text: string): string => (hasNoOuterBlanks(text) ? text : text.trim());

/** Whether visible signs of ASCII stand at both ends, so that there is nothing to trim. */
export const hasNoOuterBlanks = (text: string): boolean =>
	isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1));

const isVisible = (code: number): boolean => code > 0x20 && code < 0x7f;
