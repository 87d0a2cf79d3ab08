import { itemOf, NAMES } from './names';
import type { Position, TemplateNode } from './workflow';

/** Our own nodes as templates use them. */

const PACKAGE = 'n8n-nodes-handoff';

export const readinessGate = (
	at: Position,
	{ policy, earlierRows }: { policy: unknown; earlierRows: string },
): TemplateNode => ({
	name: NAMES.gate,
	at,
	type: `${PACKAGE}.readinessGate`,
	typeVersion: 1,
	notes: 'The agreed definition of ready',
	parameters: {
		policyFrom: 'json',
		policy: JSON.stringify(policy, null, 2),
		keepLedger: 'nowhere',
		earlierLedgerRows: `={{ ${earlierRows} }}`,
	},
});

/** An SLA Timer; its operation is among the parameters. */
export const slaTimer = (
	node: { name: string; at: Position },
	parameters: Record<string, unknown>,
): TemplateNode => ({ ...node, type: `${PACKAGE}.slaTimer`, typeVersion: 1, parameters });

export const startClock = (at: Position): TemplateNode =>
	slaTimer({ name: NAMES.startClock, at }, { operation: 'startClock', targetName: 'accept' });

export const stopClock = (at: Position): TemplateNode =>
	slaTimer(
		{ name: NAMES.stopClock, at },
		{
			operation: 'stopClock',
			// The node before it stored a row, and that row is what it hands on.
			handoff: `={{ ${itemOf(NAMES.accept)}.handoff }}`,
		},
	);

export const handoffAccept = (at: Position): TemplateNode => ({
	name: NAMES.accept,
	at,
	type: `${PACKAGE}.handoffAccept`,
	typeVersion: 1,
	parameters: { keepLedger: 'nowhere' },
});

/** The envelope as a node left it. */
export const handoffOf = (name: string): string => `${itemOf(name)}.handoff`;

/** The message that a node put into the envelope. */
export const messageOf = (name: string): string => `${handoffOf(name)}.message`;
