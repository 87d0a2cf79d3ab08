import { byName, createTable, table, type TableNode } from './ledger';
import { ask } from '../nodes/coreNodes';
import { chain, type FlowPart, type TemplateNode } from '../nodes/workflow';

/**
 * What an execution says before it does something that must be done once: a row that is inserted
 * and read back. An upsert could not tell who was first.
 */
export const CLAIMS = 'handoff_claims';

/** Shorter than the pause between two runs, so that a run that died does not block the next. */
export const CLAIM_HOLDS_MS = 4 * 60 * 1000;

export const createClaims = (node: TableNode): TemplateNode =>
	createTable(node, CLAIMS, [
		{ name: 'claim', type: 'string' },
		{ name: 'execution', type: 'string' },
		{ name: 'run', type: 'string' },
		{ name: 'keepUntil', type: 'date' },
	]);

const THIS_EXECUTION = '$execution.id';

interface ClaimOptions {
	/** What an execution and its retries have in common, as an expression. */
	run?: string;
	/** How long the row is kept, as Luxon has a duration. */
	keepFor?: string;
}

/** Says that this execution works on it; whoever said so first goes on. */
export const claimFor = (
	node: TableNode,
	claim: string,
	{ run = THIS_EXECUTION, keepFor = '{ days: 1 }' }: ClaimOptions = {},
): TemplateNode =>
	table(node, {
		resource: 'row',
		operation: 'insert',
		dataTableId: byName(CLAIMS),
		columns: {
			mappingMode: 'defineBelow',
			value: {
				claim,
				execution: `={{ ${THIS_EXECUTION} }}`,
				run: `={{ ${run} }}`,
				keepUntil: `={{ $now.plus(${keepFor}).toISO() }}`,
			},
			matchingColumns: [],
			schema: [],
		},
		options: {},
	});

/** The rows of any of these claims. */
export const readClaims = (node: TableNode, ...claims: string[]): TemplateNode =>
	rowsWhere(node, 'claim', claims);

/** What any of these executions has claimed; one empty item when that is nothing. */
export const claimsOf = (node: TableNode, ...executions: string[]): TemplateNode => ({
	...rowsWhere(node, 'execution', executions),
	alwaysOutputData: true,
	executeOnce: true,
});

const rowsWhere = (node: TableNode, keyName: string, values: string[]): TemplateNode =>
	table(node, {
		resource: 'row',
		operation: 'get',
		dataTableId: byName(CLAIMS),
		matchType: 'anyCondition',
		filters: {
			conditions: values.map((keyValue) => ({ keyName, condition: 'eq', keyValue })),
		},
		returnAll: true,
	});

const rowsOf = (items: string) => `${items}.map((row) => row.json)`;

/**
 * The row that holds the claim. The first one does, until a later one takes over when its time is
 * up. A row that came too early to take over holds nothing: a queue of executions that were all too
 * late must not keep the next one out.
 */
const holderOf = (rows: string, holdsMs: number): string =>
	`${rows}.sort((a, b) => a.id - b.id).reduce((holder, row) => !holder || Date.parse(row.createdAt) - Date.parse(holder.createdAt) >= ${holdsMs} ? row : holder, undefined)`;

/** Whether this execution holds the claim, as an expression over the items of its rows. */
export const holdsClaim = (items: string, holdsMs: number = CLAIM_HOLDS_MS): string =>
	`${holderOf(rowsOf(items), holdsMs)}?.execution === ${THIS_EXECUTION}`;

/**
 * Whether this execution goes on in the place of one that n8n gave up, by the rows of a claim that
 * both made: what others claimed since then does not count.
 */
export const goesOnFor = (items: string, run: string): string =>
	`((own) => own.length > 1 && ${holderOf('own', CLAIM_HOLDS_MS)}?.execution === ${THIS_EXECUTION})(${rowsOf(items)}.filter((row) => row.run === ${run}))`;

/** The execution that holds the claim, as an expression. */
export const holderIn = (items: string): string =>
	`${holderOf(rowsOf(items), CLAIM_HOLDS_MS)}?.execution`;

/** The run that held the claim before this execution came, as an expression. */
export const runBefore = (items: string): string =>
	`${holderOf(`${rowsOf(items)}.filter((row) => row.execution !== ${THIS_EXECUTION})`, CLAIM_HOLDS_MS)}?.run`;

interface Claiming extends ClaimOptions {
	/** The three nodes: they claim it, read who claimed it, and ask whether this execution did. */
	names: { claim: string; claims: string; ours: string };
	at: { claim: TableNode['at']; claims: TableNode['at']; ours: TableNode['at'] };
	/** What is claimed, as an expression. */
	claim: string;
	/** Read with it, as expressions. */
	alsoRead?: string[];
	/** Whether this execution goes on, as an expression; when it holds the claim when left out. */
	goesOn?: string;
}

/** Three nodes in a row; what they ask is answered by the outputs of the last. */
export function claimInLine({
	names,
	at,
	claim,
	alsoRead = [],
	goesOn,
	...options
}: Claiming): FlowPart {
	return {
		nodes: [
			claimFor({ name: names.claim, at: at.claim }, claim, options),
			readClaims({ name: names.claims, at: at.claims }, claim, ...alsoRead),
			{
				...ask({ name: names.ours, at: at.ours }, `={{ ${goesOn ?? holdsClaim('$input.all()')} }}`),
				executeOnce: true,
			},
		],
		wires: chain(names.claim, names.claims, names.ours),
	};
}

/** Gives a claim back, so that the next run need not wait until it has run out. */
export const giveBackClaim = (node: TableNode, claim: string): TemplateNode =>
	deleteClaims(node, [
		{ keyName: 'claim', condition: 'eq', keyValue: claim },
		{ keyName: 'execution', condition: 'eq', keyValue: '={{ $execution.id }}' },
	]);

/** Removes what anybody has claimed so. */
export const giveUpClaims = (node: TableNode, claim: string): TemplateNode =>
	deleteClaims(node, [{ keyName: 'claim', condition: 'eq', keyValue: claim }]);

/** Removes claims that have done their work. On the first run there is no table yet. */
export const forgetClaims = (node: TableNode): TemplateNode =>
	deleteClaims(node, [{ keyName: 'keepUntil', condition: 'lt', keyValue: '={{ $now.toISO() }}' }]);

/** Tidying up: when it fails, what comes after it goes on all the same. */
const deleteClaims = (node: TableNode, conditions: object[]): TemplateNode => ({
	...table(node, {
		resource: 'row',
		operation: 'deleteRows',
		dataTableId: byName(CLAIMS),
		matchType: 'allConditions',
		filters: { conditions },
		options: {},
	}),
	retry: false,
	onError: 'continueRegularOutput',
	executeOnce: true,
});
