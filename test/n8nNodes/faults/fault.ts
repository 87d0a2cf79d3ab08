import type { Rule } from '../../../templates/lint/remark';
import { change, type Copy } from '../../templates/plant';

export interface Fault {
	/** What somebody did to the template. */
	fault: string;
	plant: (copy: Copy) => unknown;
	/** What the linter must say about it. */
	rule: Rule;
	/** Rules that rightly speak up because of the same fault. */
	also?: Rule[];
}

/** Gives a parameter a value; without one it is removed. */
export const give =
	(node: string, path: string, value?: unknown) =>
	(copy: Copy): void =>
		change(copy, [node, path], () => value);

/** Changes a text that a parameter holds. */
export const edit =
	(node: string, path: string, rewrite: (text: string) => string) =>
	(copy: Copy): void =>
		change(copy, [node, path], (text) => rewrite(String(text)));
