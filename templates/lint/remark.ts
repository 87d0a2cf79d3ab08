/** How much a remark matters: a fault, a risk, or a choice that is left to whoever imports the file. */
export type Level = 'error' | 'warning' | 'setUp';

/** Every rule of the linter, and how much a breach of it matters. */
export const RULES = {
	'not-a-workflow': 'error',
	'broken-node': 'error',
	'broken-connection': 'error',
	'duplicate-name': 'error',
	'duplicate-id': 'error',
	'unknown-node-type': 'error',
	'unknown-type-version': 'error',
	'unknown-package': 'warning',
	'unknown-parameter': 'error',
	'hidden-parameter': 'warning',
	'unknown-option': 'error',
	'wrong-kind-of-value': 'error',
	'broken-locator': 'warning',
	'unknown-locator-mode': 'error',
	'unknown-group': 'error',
	'missing-value': 'error',
	'broken-json': 'error',
	'broken-filter': 'error',
	'broken-policy': 'error',
	'wrong-credential': 'error',
	'unused-credential': 'warning',
	'unknown-credential': 'error',
	'broken-expression': 'error',
	'expression-as-text': 'warning',
	'no-expression-here': 'warning',
	'missing-reference': 'error',
	'late-reference': 'warning',
	'missing-source': 'error',
	'missing-target': 'error',
	'no-such-output': 'error',
	'no-such-input': 'error',
	'no-trigger': 'error',
	'unreachable-node': 'warning',
	'lost-error': 'warning',
	'no-notify-loop': 'error',
	'stopping-loop': 'warning',
	'stopping-message': 'warning',
	'private-data': 'warning',
	'account-id': 'warning',
	secret: 'error',
	'overlapping-nodes': 'warning',
	'half-in-sticky': 'warning',
	'off-grid': 'warning',
	'long-expression': 'warning',
	'too-many-nodes': 'warning',
	'data-table-node': 'warning',
	'not-canonical': 'warning',
	'no-overview': 'warning',
	'choose-value': 'setUp',
	'choose-credential': 'setUp',
} as const satisfies Record<string, Level>;

export type Rule = keyof typeof RULES;

/** One thing the linter has to say about a workflow file. */
export interface Remark {
	level: Level;
	rule: Rule;
	/** The name of the node; absent when it is about the file. */
	node?: string;
	/** Where in the node or in the file, such as `parameters.rules.values[1].outputKey`. */
	at: string;
	/** What is wrong, or what is left to choose. */
	message: string;
	/** What to do about it. */
	remedy: string;
}

/** A remark with the level of its rule. */
export const remark = (rule: Rule, words: Omit<Remark, 'rule' | 'level'>): Remark => ({
	level: RULES[rule],
	rule,
	...words,
});
