import type { Operation } from '../shared/operations';
import type { ParameterContext } from '../shared/readParameter';
import { routeItems, type Handle, type Routes } from '../shared/routeItems';
import { readSealKey } from '../shared/sealKeys';
import { steadyParameters, type SteadyParameters } from './steadyParameters';

/** What a step on one handoff is made with. */
export interface Sealing<Parameters extends ParameterContext = ParameterContext> {
	parameters: Parameters;
	/** Seals the row of the step; undefined when rows are not sealed. */
	key: string | undefined;
}

/**
 * Makes a step on each item; what is the same for all items is read once. The closed output is one
 * where somebody looks, as an item that failed may hide an overdue handoff.
 */
export const stepOnItems =
	<Output extends string>(
		routes: Routes<Output>,
		prepareStep: (sealing: Sealing<SteadyParameters>) => Handle<Output>,
	): Operation['run'] =>
	async (context) => {
		const key = await readSealKey(context);
		return routeItems(context, routes, prepareStep({ parameters: steadyParameters(context), key }));
	};
