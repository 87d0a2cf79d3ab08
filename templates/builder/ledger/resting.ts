import type { CrmAdapter } from '../combinations/adapters';
import { claimFor, CLAIMS, giveUpClaims } from './claims';
import { ASK, claimOf, POLICY_ID, REST, RUN_FIELD } from './identity';
import { byName, table, type TableNode } from './ledger';
import { firstOf, NAMES } from '../nodes/names';
import { jsonItem, keepWhere } from '../nodes/coreNodes';
import type { TemplateNode } from '../nodes/workflow';

/**
 * A record for which there was nothing to do, since it waits for somebody, rests: the search leaves
 * it out for a while, so that its runs cost as many executions as records have moved, and not as
 * many as are open. The row is a claim whose run says in which state the record was seen.
 */

/** Long against the five minutes between two runs, short against a working day. */
const REST_FOR = '{ minutes: 60 }';

/** A record that changes in any way, or whose policy is changed, is looked at again. */
const stateOf = (found: string): string =>
	`${POLICY_ID} + ':' + JSON.stringify([$('${NAMES.gate}').params.policy, ${found}]).hash('sha256')`;

/** The record as the search gave it; one that was sent to us is not found, and does not rest. */
const FOUND = `($('${NAMES.arrives}').isExecuted ? { ...${firstOf(NAMES.arrives)}, ${RUN_FIELD}: undefined } : {})`;

/** The rows of all records that rest; one empty item when none does. */
export const readResting = (node: TableNode): TemplateNode => ({
	...table(node, {
		resource: 'row',
		operation: 'get',
		dataTableId: byName(CLAIMS),
		matchType: 'allConditions',
		filters: { conditions: [{ keyName: 'claim', condition: 'like', keyValue: `%:${REST}` }] },
		returnAll: true,
	}),
	alwaysOutputData: true,
	executeOnce: true,
});

/** One item with a member for each state that rests: looking one up costs the same for any number. */
export const listResting = (node: TableNode): TemplateNode => ({
	...jsonItem(
		node,
		`={{ { resting: Object.fromEntries($('${NAMES.restRows}').all().filter(({ json }) => Date.parse(json.keepUntil) > $now.toMillis()).map(({ json }) => [json.run, true])) } }}`,
	),
	executeOnce: true,
});

/** Lets records pass that do not rest, and all of them when somebody looks by hand. */
export const leaveOutResting = (node: TableNode): TemplateNode =>
	keepWhere(
		node,
		`={{ $('${NAMES.manual}').isExecuted || !${firstOf(NAMES.resting)}.resting[${stateOf('$json')}] }}`,
	);

/** There is nothing to do for this record in this state. */
export const letItRest = (node: TableNode, crm: CrmAdapter): TemplateNode => ({
	...claimFor(node, claimOf(crm, `'${REST}'`), { run: stateOf(FOUND), keepFor: REST_FOR }),
	executeOnce: true,
});

/** Something has happened: the next run looks at it. */
export const wakeIt = (node: TableNode, crm: CrmAdapter): TemplateNode =>
	giveUpClaims(node, claimOf(crm, `'${REST}'`));

/** The same, by the claim of the question that was asked about it. */
export const wakeAsked = (node: TableNode, question: string): TemplateNode =>
	giveUpClaims(node, `={{ ${question}.replace(/:${ASK}:\\d+$/, ':${REST}') }}`);
