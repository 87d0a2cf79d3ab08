import { addMembers } from './coreNodes';
import { itemsOf, NAMES } from './names';
import type { Position, TemplateNode } from './workflow';

const SPOKE = 1;
/**
 * The record as it left the node that heard of it last: one execution is about one handoff, whose
 * fixers were asked in it, or whose receivers. Both say so by their second output.
 */
const HEARD = `(${itemsOf(NAMES.fix)}.isExecuted ? ${itemsOf(NAMES.fix)} : ${itemsOf(NAMES.accept)}).first(${SPOKE}).json`;
/** The envelope of that record. */
export const HEARD_HANDOFF = `${HEARD}.handoff`;

interface Reading {
	/** An expression over the answer that is empty when nothing was found. */
	id?: string;
	/** Members of the record that the answer does not say. */
	keep: string[];
	/** Members that the record has in another form than the answer, as code. */
	more?: string;
}

/**
 * What the record says now, with what only the search could tell. Of one that is not found any more
 * nothing but the envelope is left: so the gate knows that it is gone, and withdraws it.
 */
export const recordNow =
	({ id = '$json.id', keep, more }: Reading) =>
	(at: Position): TemplateNode => {
		const kept = [...keep, 'handoff'].join(', ');
		const found = [...(more === undefined ? [] : [more]), kept].join(', ');
		return {
			...addMembers(
				NAMES.recordNow,
				`={{ (({ ${kept} }) => ${id} ? { ${found} } : { handoff })(${HEARD}) }}`,
			),
			at,
		};
	};
