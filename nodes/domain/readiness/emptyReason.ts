import { compileMissing } from '../policy/missing';

/** What people type into a field for a reason to get past it, besides what counts as no value anywhere. */
const NO_REASONS: readonly string[] = [
	...['none', 'nothing', 'unknown', 'test', 'asdf', 'asdfasdf', 'asdfgh', 'qwerty', 'qwertz'],
	...['azerty', 'abc', 'abcd', '123', '1234', '12345', 'foo', 'blah', 'idk', 'dunno', 'later'],
	...['no reason', 'not available', 'to be defined', 'to be done', 'lorem ipsum'],
	...['k.a.', 'keine angabe', 'keine', 'unbekannt', 'später', 'entfällt'],
	...[
		's/n',
		'n.a.',
		'n.d.',
		'nd',
		'ninguno',
		'ninguna',
		'nada',
		'aucun',
		'aucune',
		'rien',
		'inconnu',
	],
	...['n.v.t.', 'nvt', 'geen', 'onbekend', 'nenhum', 'nenhuma', 'desconhecido', 'desconocido'],
];

/** Fewer letters and digits than these say nothing in any language that we write. */
const FEWEST_SIGNS = 3;

/**
 * Compiles the question whether a text is no reason: nothing to see in it, a placeholder, or hardly a
 * sign that means something, such as “...” or “xxxx”.
 *
 * @param placeholders of the policy, besides the usual ones
 */
export function compileEmptyReason(placeholders: readonly string[]): (reason: string) => boolean {
	const isMissing = compileMissing([...NO_REASONS, ...placeholders]);
	return (reason) => isMissing(reason) || saysHardlyAnything(reason);
}

function saysHardlyAnything(reason: string): boolean {
	const signs = reason.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
	return signs.length < FEWEST_SIGNS || new Set(signs).size === 1;
}
