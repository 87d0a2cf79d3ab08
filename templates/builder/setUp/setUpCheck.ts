import type { Choice } from './choices';
import { NAMES } from '../nodes/names';
import { ask } from '../nodes/coreNodes';
import type { FlowPart } from '../nodes/workflow';

const STOP = 'Stop: not set up yet';
/** Beside the triggers, before anything is looked for. */
const COLUMN = 4.7;

/**
 * Stops before anything is done as long as somebody has not chosen everything, and lists what is
 * left: the parameters of a node can be read before the node runs. Credentials cannot; n8n itself
 * marks a node without one.
 */
export function setUpCheck(choices: readonly Choice[]): FlowPart {
	const names = choices.flatMap(({ nodes }) => nodes);
	const chosen = names.map((name) => `['${name}', $('${name}').params]`).join(', ');
	// Written so that this text is no placeholder itself.
	const left = `[${chosen}].flatMap(([name, chosen]) => [...JSON.stringify(chosen).matchAll(/<_{2}PLACEHOLDER_VALUE_{2}(.+?)_{2}>/g)].map(([, what]) => name + ': ' + what))`;
	return {
		nodes: [
			{
				...ask(
					{ name: NAMES.allChosen, at: { column: COLUMN, row: -0.5 } },
					`={{ ${left}.length === 0 }}`,
				),
				executeOnce: true,
			},
			{
				name: STOP,
				at: { column: COLUMN + 0.87, row: 0.2 },
				type: 'n8n-nodes-base.stopAndError',
				typeVersion: 1,
				parameters: { errorMessage: `={{ 'Still to choose. ' + ${left}.join(' · ') }}` },
			},
		],
		wires: [{ from: NAMES.allChosen, to: STOP, output: 1 }],
	};
}
