import { jsonItem } from './coreNodes';
import { NAMES } from './names';
import type { Position, TemplateNode } from './workflow';

/**
 * An item of nothing but what is to be written, for a node that writes every column of its item.
 *
 * @param id the member by which the row is found
 */
export const onlyFilledIn =
	(id: string) =>
	(at: Position): TemplateNode =>
		jsonItem({ name: NAMES.filledIn, at }, `={{ { ${id}: $json.${id}, ...$json.write.fields } }}`);
