import { grantWaiver } from '../../domain/upkeep/waiverRows';
import type { ListedOperation } from '../../shared/operations';
import { noteOnItems } from '../noteOnItems';
import { readNamedHandoff, readWaiver, requirementsOf } from '../parameters';

const OUTPUTS = ['Granted'] as const;

export const grantWaiverOperation = {
	value: 'grantWaiver',
	name: 'Grant Waiver',
	action: 'Grant a waiver',
	description: 'An approved exception from one requirement, until a date',
	subtitle: '={{ "waives " + $parameter["requirementId"] }}',
	outputs: OUTPUTS,
	run: noteOnItems(OUTPUTS[0], (context, itemIndex, by) => {
		const named = readNamedHandoff(context, itemIndex);
		const waiver = readWaiver(context, itemIndex);
		const circumstances = { ...by, ...requirementsOf(named) };
		return { named, note: (subject) => grantWaiver(subject, waiver, circumstances) };
	}),
} as const satisfies ListedOperation;
