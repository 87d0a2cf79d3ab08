import {
	Engine,
	type EngineResult,
	type NestedCondition,
	type TopLevelCondition,
} from 'json-rules-engine';
import { EARLIEST_KICKOFF, SAYS_SOMETHING, type Deal } from './deals';
import { findingsOf, type PeerFinding } from './peer';

type Test = [operator: string, value: unknown];

const filled: Test[] = [['matches', SAYS_SOMETHING]];
const longText: Test[] = [['longerThan', 19]];
const email: Test[] = [['matches', /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/]];

const TESTS: Record<string, Test[]> = {
	name: filled,
	region: filled,
	industry: filled,
	description: longText,
	goals: longText,
	scope: longText,
	contract: [['matches', /^C-\d{6}$/]],
	clientPhone: [['matches', /^\+\d{8,14}$/]],
	amount: [['greaterThanInclusive', 1]],
	seats: [
		['isWhole', true],
		['greaterThanInclusive', 1],
		['lessThanInclusive', 1000],
	],
	currency: [['in', ['EUR', 'USD', 'GBP']]],
	stage: [['in', ['closedwon', 'contractsent']]],
	service: [['in', ['project', 'retainer']]],
	ownerEmail: email,
	clientEmail: email,
	website: [['matches', /^https?:\/\/[^\s/]+\.[^\s/]+/]],
	kickoff: [
		['matches', /^\d{4}-\d\d-\d\d$/],
		['notBefore', EARLIEST_KICKOFF],
	],
	signed: [['equal', true]],
	purchaseOrder: [['matches', /^PO-\d{4}$/]],
	billingDay: [
		['isWhole', true],
		['greaterThanInclusive', 1],
		['lessThanInclusive', 28],
	],
};

const ONLY_WHEN: Record<string, [fact: string, test: Test]> = {
	purchaseOrder: ['amount', ['greaterThanInclusive', 10000]],
	billingDay: ['service', ['equal', 'retainer']],
};

/** How a rule reaches a field: by the path in the deal, or as a fact of its own. */
type Reach = (field: string) => { fact: string; path?: string };

const inDeal: Reach = (field) => ({ fact: 'deal', path: `$.properties.${field}` });
const onItsOwn: Reach = (field) => ({ fact: field });

/** One rule for each requirement; a rule that fails is a finding. */
function buildEngine(reach: Reach): Engine {
	const engine = new Engine([], { allowUndefinedFacts: true });
	engine.addOperator('matches', (fact, pattern: RegExp) => {
		return typeof fact === 'string' && pattern.test(fact);
	});
	engine.addOperator('longerThan', (fact, length: number) => {
		return typeof fact === 'string' && fact.length > length;
	});
	engine.addOperator('notBefore', (fact, day: string) => typeof fact === 'string' && fact >= day);
	engine.addOperator('isWhole', (fact) => Number.isInteger(fact));
	for (const [id, tests] of Object.entries(TESTS)) {
		const met = tests.map(([operator, value]) => ({ ...reach(id), operator, value }));
		engine.addRule({ name: id, conditions: whenApplies(id, met, reach), event: { type: id } });
	}
	return engine;
}

function whenApplies(id: string, met: NestedCondition[], reach: Reach): TopLevelCondition {
	const only = ONLY_WHEN[id];
	if (only === undefined) return { all: met };
	const [field, [operator, value]] = only;
	return { any: [{ not: { ...reach(field), operator, value } }, { all: met }] };
}

const byPath = buildEngine(inDeal);
const flat = buildEngine(onItsOwn);

const findingsIn = ({ failureEvents }: EngineResult): PeerFinding[] =>
	findingsOf(failureEvents.map(({ type }) => ({ id: type, shortfall: 'is not met' })));

/** json-rules-engine on the deal as it comes, its fields reached by path as its guide does. */
export const judgeByRulesEngine = async (deal: Deal): Promise<PeerFinding[]> =>
	findingsIn(await byPath.run({ deal }));

/** json-rules-engine with each field taken out of the deal first. */
export const judgeByFlatRulesEngine = async ({ properties }: Deal): Promise<PeerFinding[]> =>
	findingsIn(await flat.run(properties));
