import { Engine, type TopLevelCondition } from 'json-rules-engine';
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

const ONLY_WHEN: Record<string, TopLevelCondition> = {
	purchaseOrder: { not: { fact: 'amount', operator: 'greaterThanInclusive', value: 10000 } },
	billingDay: { not: { fact: 'service', operator: 'equal', value: 'retainer' } },
};

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
	const met = tests.map(([operator, value]) => ({ fact: id, operator, value }));
	const freed = ONLY_WHEN[id];
	const conditions = freed === undefined ? { all: met } : { any: [freed, { all: met }] };
	engine.addRule({ name: id, conditions, event: { type: id } });
}

/** json-rules-engine with one rule for each requirement; each rule that fails is a finding. */
export async function judgeByRulesEngine({ properties }: Deal): Promise<PeerFinding[]> {
	const { failureEvents } = await engine.run(properties);
	return findingsOf(failureEvents.map(({ type }) => ({ id: type, problem: 'is not met' })));
}
