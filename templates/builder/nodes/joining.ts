import type { TemplateNode } from './workflow';

/** Core nodes that bring together what two systems say. */

const CORE = 'n8n-nodes-base';

/**
 * A Merge node that adds to each item of input 1 the members of the first item of input 2 with the
 * same value. An item without such a one stays as it is, and what it says itself is never replaced.
 *
 * @param by where the value stands in an item of either input
 */
export const addMatching = (
	name: string,
	by: { item: string; added: string },
): Omit<TemplateNode, 'at'> => ({
	name,
	type: `${CORE}.merge`,
	typeVersion: 3.2,
	parameters: {
		mode: 'combine',
		combineBy: 'combineByFields',
		advanced: true,
		mergeByFields: { values: [{ field1: by.item, field2: by.added }] },
		joinMode: 'enrichInput1',
		options: {
			clashHandling: { values: { resolveClash: 'preferInput1' } },
			// The number 17 of a sheet is the id '17' of a CRM.
			fuzzyCompare: true,
			multipleMatches: 'first',
		},
	},
});

/** A Summarize node: one item for each value of a field, with the sum of another field. */
export const sumFor = (
	name: string,
	{ each, sum }: { each: string; sum: string },
): Omit<TemplateNode, 'at'> => ({
	name,
	type: `${CORE}.summarize`,
	typeVersion: 1.1,
	parameters: {
		fieldsToSummarize: { values: [{ aggregation: 'sum', field: sum }] },
		fieldsToSplitBy: each,
		options: {},
	},
});
