import type { Position, TemplateNode } from './workflow';

/** Core nodes as our templates use them, each at the newest version of the oldest n8n we support. */

const CORE = 'n8n-nodes-base';

interface Placed {
	name: string;
	at: Position;
}

export const everyMinutes = ({ name, at }: Placed, minutes: number): TemplateNode => ({
	name,
	at,
	type: `${CORE}.scheduleTrigger`,
	typeVersion: 1.2,
	parameters: { rule: { interval: [{ field: 'minutes', minutesInterval: minutes }] } },
});

export const manualTrigger = ({ name, at }: Placed): TemplateNode => ({
	name,
	at,
	type: `${CORE}.manualTrigger`,
	typeVersion: 1,
	parameters: {},
});

/** The workflow calls itself once for each item and does not wait: one execution, one handoff. */
export const callItself = ({ name, at }: Placed): TemplateNode => ({
	name,
	at,
	type: `${CORE}.executeWorkflow`,
	typeVersion: 1.2,
	parameters: {
		source: 'database',
		workflowId: { __rl: true, mode: 'id', value: '={{ $workflow.id }}' },
		workflowInputs: {
			mappingMode: 'defineBelow',
			value: {},
			matchingColumns: [],
			schema: [],
			attemptToConvertTypes: false,
			convertFieldsToString: true,
		},
		mode: 'each',
		options: { waitForSubWorkflow: false },
	},
});

export const whenCalled = ({ name, at }: Placed): TemplateNode => ({
	name,
	at,
	type: `${CORE}.executeWorkflowTrigger`,
	typeVersion: 1.1,
	parameters: { inputSource: 'passthrough' },
});

/** A Set node that replaces the item by one JSON object. */
export const jsonItem = ({ name, at }: Placed, json: string): TemplateNode => ({
	name,
	at,
	type: `${CORE}.set`,
	typeVersion: 3.4,
	parameters: { mode: 'raw', jsonOutput: json, includeOtherFields: false, options: {} },
});

/** A Set node that adds the members of one JSON object to the item. */
export const addMembers = (name: string, json: string): Omit<TemplateNode, 'at'> => ({
	name,
	type: `${CORE}.set`,
	typeVersion: 3.4,
	parameters: { mode: 'raw', jsonOutput: json, includeOtherFields: true, options: {} },
});

const condition = (leftValue: string, id: string) => ({
	options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
	conditions: [
		{
			id,
			leftValue,
			rightValue: '',
			operator: { type: 'boolean', operation: 'true', singleValue: true },
		},
	],
	combinator: 'and',
});

/** An If node on one expression; output 0 is yes, output 1 is no. */
export const ask = ({ name, at }: Placed, expression: string): TemplateNode => ({
	name,
	at,
	type: `${CORE}.if`,
	typeVersion: 2.2,
	parameters: {
		conditions: condition(expression, 'yes'),
		looseTypeValidation: true,
		options: {},
	},
});

/** A Filter node: items go on for which the expression is true. */
export const keepWhere = ({ name, at }: Placed, expression: string): TemplateNode => ({
	name,
	at,
	type: `${CORE}.filter`,
	typeVersion: 2.2,
	parameters: {
		conditions: condition(expression, 'yes'),
		looseTypeValidation: true,
		options: {},
	},
});

/** A Switch node: the first case whose expression is true; the last output is for none of them. */
export const choose = (
	{ name, at }: Placed,
	cases: Array<{ name: string; when: string }>,
	otherwise: string,
): TemplateNode => ({
	name,
	at,
	type: `${CORE}.switch`,
	typeVersion: 3.2,
	parameters: {
		rules: {
			values: cases.map(({ name: output, when }, index) => ({
				conditions: condition(when, `case-${index + 1}`),
				renameOutput: true,
				outputKey: output,
			})),
		},
		looseTypeValidation: true,
		options: { fallbackOutput: 'extra', renameFallbackOutput: otherwise },
	},
});

/** A short pause; below a minute n8n keeps it in memory. */
export const pause = ({ name, at }: Placed, seconds: number): TemplateNode => ({
	name,
	at,
	type: `${CORE}.wait`,
	typeVersion: 1.1,
	parameters: { resume: 'timeInterval', amount: seconds, unit: 'seconds' },
});

/** Gives one item after the other by output 1, and goes on by output 0 when none is left. */
export const eachInTurn = ({ name, at }: Placed): TemplateNode => ({
	name,
	at,
	type: `${CORE}.splitInBatches`,
	typeVersion: 3,
	parameters: { batchSize: 1, options: {} },
});

interface HttpCall extends Placed {
	method?: 'GET' | 'POST' | 'PATCH';
	url: string;
	/** Which credential of n8n signs the call; none when the address is the key. */
	credential?: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** An expression that gives the JSON body. */
	body?: string;
}

const pairs = (members: Record<string, string>) =>
	Object.entries(members).map(([name, value]) => ({ name, value }));

export const httpCall = (call: HttpCall): TemplateNode => ({
	name: call.name,
	at: call.at,
	type: `${CORE}.httpRequest`,
	typeVersion: 4.2,
	retry: true,
	parameters: {
		...(call.method === undefined ? {} : { method: call.method }),
		url: call.url,
		...(call.credential === undefined
			? {}
			: { authentication: 'predefinedCredentialType', nodeCredentialType: call.credential }),
		...(call.query === undefined
			? {}
			: { sendQuery: true, queryParameters: { parameters: pairs(call.query) } }),
		...(call.headers === undefined
			? {}
			: { sendHeaders: true, headerParameters: { parameters: pairs(call.headers) } }),
		...(call.body === undefined
			? {}
			: { sendBody: true, specifyBody: 'json', jsonBody: call.body }),
		options: {},
	},
});

/** An item for each entry of a list; nothing when there is none. */
export const splitOut = (name: string, field: string): Omit<TemplateNode, 'at'> => ({
	name,
	type: `${CORE}.splitOut`,
	typeVersion: 1,
	parameters: { fieldToSplitOut: field, include: 'noOtherFields', options: {} },
});

/** The items in an order of chance. */
export const inAnyOrder = ({ name, at }: Placed): TemplateNode => ({
	name,
	at,
	type: `${CORE}.sort`,
	typeVersion: 1,
	parameters: { type: 'random' },
});

/** The first so many items. */
export const noMoreThan = ({ name, at }: Placed, maxItems: number): TemplateNode => ({
	name,
	at,
	type: `${CORE}.limit`,
	typeVersion: 1,
	parameters: { maxItems },
});

/** A node that a lane gives its place. */
export function withoutPlace({ at: _givenLater, ...node }: TemplateNode): Omit<TemplateNode, 'at'> {
	return node;
}
