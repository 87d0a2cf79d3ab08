import { ARRIVED, NAMES } from './names';
import type { Position, TemplateNode } from './workflow';

/** Our own nodes as templates use them. */

const PACKAGE = 'n8n-nodes-handoff';
/** Said in the file although it is the default, so that whoever reads it need not know. */
const IN_THIS_N8N = { keepLedger: 'here' };

/** @param more parameters that only some flows set */
export const readinessGate = (
	at: Position,
	policy: unknown,
	more: Record<string, unknown> = {},
): TemplateNode => ({
	name: NAMES.gate,
	at,
	type: `${PACKAGE}.readinessGate`,
	typeVersion: 1,
	notes: 'The agreed definition of ready',
	parameters: {
		policyFrom: 'json',
		policy: JSON.stringify(policy, null, 2),
		...IN_THIS_N8N,
		...more,
	},
});

export const handoffAccept = (at: Position): TemplateNode => ({
	name: NAMES.accept,
	at,
	type: `${PACKAGE}.handoffAccept`,
	typeVersion: 1,
	parameters: IN_THIS_N8N,
});

export const handoffFix = (at: Position): TemplateNode => ({
	name: NAMES.fix,
	at,
	type: `${PACKAGE}.handoffFix`,
	typeVersion: 1,
	parameters: IN_THIS_N8N,
});

/**
 * Tells what of the values that somebody filled in is still to be written into the record.
 *
 * @param itemsAre whether one item leaves for each value or for the record
 */
export const checkBeforeWriting = (at: Position, itemsAre: 'values' | 'record'): TemplateNode => ({
	name: NAMES.check,
	at,
	type: `${PACKAGE}.handoffFix`,
	typeVersion: 1,
	parameters: {
		operation: 'checkBeforeWriting',
		...(itemsAre === 'record' && { itemsAre }),
	},
});

/** @param url an expression for where the work is */
export const noteSetUp = (at: Position, url: string): TemplateNode => ({
	name: NAMES.noteSetUp,
	at,
	type: `${PACKAGE}.handoffLedger`,
	typeVersion: 1,
	parameters: {
		operation: 'noteSetUp',
		handoff: `={{ ${ARRIVED} }}`,
		url: `={{ ${url} }}`,
		...IN_THIS_N8N,
	},
});

/** An SLA Timer; its operation is among the parameters. */
export const slaTimer = (
	node: { name: string; at: Position },
	parameters: Record<string, unknown>,
): TemplateNode => ({ ...node, type: `${PACKAGE}.slaTimer`, typeVersion: 1, parameters });
