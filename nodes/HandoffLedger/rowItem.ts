import type { INodeExecutionData } from 'n8n-workflow';
import { dataObjectSchema } from '../shared/dataObject';

/** A ledger row, as it is stored, as an item. */
export const rowItem = (row: unknown): INodeExecutionData => ({
	json: dataObjectSchema.parse(row),
	pairedItem: { item: 0 },
});
