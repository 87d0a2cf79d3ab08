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

/** What an If or a Filter compares: an expression, how, and a text with expressions in braces. */
type Comparison =
	| [value: string, operation: 'exists']
	| [value: string, operation: 'endsWith' | 'equals', text: string]
	| string;

const condition = (compared: Comparison, id: string) => ({
	options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
	conditions: [{ id, ...compare(compared) }],
	combinator: 'and',
});

function compare(compared: Comparison) {
	if (typeof compared === 'string') {
		const operator = { type: 'boolean', operation: 'true', singleValue: true };
		return { leftValue: compared, rightValue: '', operator };
	}
	const [value, operation, text] = compared;
	const single = text === undefined ? { singleValue: true } : {};
	return {
		leftValue: `={{ ${value} }}`,
		rightValue: text === undefined ? '' : asText(text),
		operator: { type: 'string', operation, ...single },
	};
}

/** A text with expressions in braces, as a parameter of a node. */
export const asText = (text: string): string => (text.includes('{{') ? `=${text}` : text);

/** An If node; output 0 is yes, output 1 is no. */
export const ask = ({ name, at }: Placed, compared: Comparison): TemplateNode => ({
	name,
	at,
	type: `${CORE}.if`,
	typeVersion: 2.2,
	parameters: { conditions: condition(compared, 'yes'), looseTypeValidation: true, options: {} },
});

/** A Filter node: items go on for which the comparison holds. */
export const keepWhere = ({ name, at }: Placed, compared: Comparison): TemplateNode => ({
	name,
	at,
	type: `${CORE}.filter`,
	typeVersion: 2.2,
	parameters: { conditions: condition(compared, 'yes'), looseTypeValidation: true, options: {} },
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

interface HttpCall extends Placed {
	method?: 'GET' | 'POST' | 'PATCH';
	url: string;
	/** Which credential of n8n signs the call; none when the address is the key. */
	credential?: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** The JSON body, as text. */
	body?: string;
	/** Members of the JSON body, each an expression. */
	members?: Record<string, string>;
}

const pairs = (members: Record<string, string>) =>
	Object.entries(members).map(([name, value]) => ({ name, value }));

const expressions = (members: Record<string, string>) =>
	Object.entries(members).map(([name, value]) => ({ name, value: `={{ ${value} }}` }));

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
		...(call.members === undefined
			? {}
			: { sendBody: true, bodyParameters: { parameters: expressions(call.members) } }),
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

/** A node that a lane gives its place. */
export function withoutPlace({ at: _givenLater, ...node }: TemplateNode): Omit<TemplateNode, 'at'> {
	return node;
}
