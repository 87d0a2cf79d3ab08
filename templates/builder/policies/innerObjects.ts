import { describeMembers, membersOf, type Member, type SchemaNode } from './schemaMembers';

type At = (place: string) => SchemaNode;

interface Around {
	at: At;
	/** Members that have a section of their own elsewhere on the page. */
	elsewhere: ReadonlySet<string>;
	/** The sign of a heading, such as `###`. */
	heading: string;
}

/** What stands on the page already, by the place to which a reference goes. */
const OWN_PLACE = /^#\/definitions\/(?:check|condition|calendar)$/;

/**
 * A section for each of these members that is an object, or a list of objects, and for what is inside
 * of it. Members that hold the same share one.
 */
export function innerSections(
	members: readonly Member[],
	around: Around,
	told: ReadonlySet<string> = new Set(),
): string[] {
	const titles = new Map<string, string[]>();
	const inside = new Map<string, Member[]>();
	for (const { name, node } of members) {
		if (around.elsewhere.has(name)) continue;
		const found = membersInside(node, around.at);
		if (found.length === 0) continue;
		const table = describeMembers(found, around.at).join('\n');
		if (told.has(table)) continue;
		titles.set(table, [...(titles.get(table) ?? []), `\`${name}\``]);
		inside.set(table, found);
	}
	const known = new Set([...told, ...titles.keys()]);
	return [...titles].flatMap(([table, names]) => [
		[`${around.heading} ${names.join(' and ')}`, '', table, ''].join('\n'),
		...innerSections(inside.get(table) ?? [], around, known),
	]);
}

/** The members of an object, of the objects that a list holds, or of any of several objects. */
function membersInside(node: SchemaNode, at: At): Member[] {
	const reference = node.$ref ?? node.allOf?.[0]?.$ref;
	if (reference !== undefined) {
		return OWN_PLACE.test(reference) ? [] : membersInside(at(reference.slice(2)), at);
	}
	if (node.items !== undefined && !Array.isArray(node.items)) return membersInside(node.items, at);
	if (node.anyOf === undefined) return membersOf(node);
	const forms = node.anyOf
		.map((form) => membersInside(form, at))
		.filter((found) => found.length > 0);
	const names = [...new Set(forms.flat().map(({ name }) => name))];
	return names.flatMap((name) => {
		const same = forms.flatMap((form) => form.filter((member) => member.name === name));
		const required = same.length === forms.length && same.every((member) => member.required);
		return same.slice(0, 1).map((member) => ({ ...member, required }));
	});
}
