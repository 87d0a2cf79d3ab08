import { noteSetUp } from '../../domain/upkeep/noteSetUp';
import type { ListedOperation } from '../../shared/operations';
import { noteOnItems } from '../noteOnItems';
import { readAddress, readNamedHandoff } from '../parameters';

const OUTPUTS = ['Noted'] as const;

export const noteSetUpOperation = {
	value: 'noteSetUp',
	name: 'Note Set Up',
	action: 'Note that the work is set up',
	description: 'The work of an accepted handoff is there: it does not come again',
	subtitle: 'note set up',
	outputs: OUTPUTS,
	run: noteOnItems(OUTPUTS[0], (context, itemIndex, by) => {
		const named = readNamedHandoff(context, itemIndex);
		const url = readAddress(context, itemIndex);
		return { named, note: (subject) => ({ ...noteSetUp(subject, { url, ...by }), moves: true }) };
	}),
} as const satisfies ListedOperation;
