import { setFields, type Field } from './setFields';
import type { Position, TemplateNode } from './workflow';

/** Each value is an expression without braces, or a text in which expressions stand in braces. */
export type Fields = Record<string, string>;

/**
 * A Set node that makes the item of named fields, one short line each.
 *
 * @param fields a name such as `owner.email` makes a member
 * @param kinds what is no text
 */
export const fieldsItem = (
	node: { name: string; at: Position },
	fields: Fields,
	{ kinds = {} }: { kinds?: Record<string, Field['type']> } = {},
): TemplateNode =>
	setFields(
		node,
		Object.entries(fields).map(([name, value]) => ({
			name,
			value: value.includes('{{') ? `=${value}` : `={{ ${value} }}`,
			...(kinds[name] === undefined ? {} : { type: kinds[name] }),
		})),
	);
