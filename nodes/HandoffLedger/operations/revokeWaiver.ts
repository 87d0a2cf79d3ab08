import { revokeWaiver } from '../../domain/upkeep/waiverRows';
import type { ListedOperation } from '../../shared/operations';
import { noteOnItems } from '../noteOnItems';
import { readNamedHandoff, readRevocation, requirementsOf } from '../parameters';

const OUTPUTS = ['Revoked'] as const;

export const revokeWaiverOperation = {
	value: 'revokeWaiver',
	name: 'Revoke Waiver',
	action: 'Revoke a waiver',
	description: 'The exception counts no more: the gate asks for the requirement again',
	subtitle: '={{ "asks for " + $parameter["requirementId"] + " again" }}',
	outputs: OUTPUTS,
	run: noteOnItems(OUTPUTS[0], (context, itemIndex, by) => {
		const named = readNamedHandoff(context, itemIndex);
		const revocation = readRevocation(context, itemIndex);
		const circumstances = { ...by, ...requirementsOf(named) };
		return { named, note: (subject) => revokeWaiver(subject, revocation, circumstances) };
	}),
} as const satisfies ListedOperation;
