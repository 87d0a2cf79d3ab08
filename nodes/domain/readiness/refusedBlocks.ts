import type { RefusedWaiver } from '../handoff/verdict';
import { writeSentence } from '../language/sentence';
import { fill, type Wording } from '../language/wording';
import type { MessageBlock } from '../message/document';

/** Exceptions that were asked for and do not count, each with the reason: whoever gave one can mend it. */
export function refusedBlocks(
	refused: readonly RefusedWaiver[],
	labelOf: (requirementId: string) => string,
	wording: Wording,
): MessageBlock[] {
	if (refused.length === 0) return [];
	const entries = refused.map(({ requirementId, why, codes }) => {
		const said = writeSentence(codes.why, wording) ?? why;
		const label = labelOf(requirementId);
		return { text: label === '' ? said : fill(wording.refusedWaiver, { label, why: said }) };
	});
	return [
		{ kind: 'heading', text: wording.refusedTitle },
		{ kind: 'list', entries },
	];
}
