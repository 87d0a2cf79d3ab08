import type { ParameterContext } from '../../shared/readParameter';

/** What a step on one handoff is made with. */
export interface Sealing {
	parameters: ParameterContext;
	/** Seals the row of the step; undefined when rows are not sealed. */
	key: string | undefined;
}
