import type { INodeExecutionData } from 'n8n-workflow';
import type { Handoff } from '../../domain/handoff/envelope';
import type { KeptItem } from './memory';

/** The record as it came in, with this envelope. */
export const messageItem = ({ json, binary }: KeptItem, handoff: Handoff): INodeExecutionData => ({
	json: { ...json, handoff: { ...handoff } },
	...(binary === undefined ? {} : { binary }),
	pairedItem: { item: 0 },
});
