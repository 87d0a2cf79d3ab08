import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { rounded, type Figure } from '../timing';
import { makeDeals } from './deals';
import { judge, openGate } from './ours';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is still in use after everything that nobody holds is gone. */
function bytesInUse(): number {
	collectGarbage();
	collectGarbage();
	return process.memoryUsage().heapUsed;
}

/** What stays in memory when many deals are judged at once, beside the deals themselves. */
export function measureMemory(count: number): Figure[] {
	const before = bytesInUse();
	const deals = makeDeals(count);
	const own = bytesInUse() - before;
	const judged = deals.map(judge);
	const withFindings = bytesInUse() - before;
	judged.length = 0;
	const emptied = bytesInUse();
	const handoffs = deals.map(openGate);
	const handoffBytes = (bytesInUse() - emptied) / handoffs.length;
	return [
		{
			key: 'memory100k',
			value: rounded(withFindings / own),
			meaning: '100,000 deals with all their findings in memory / the deals alone',
			target: '<= 2',
		},
		{
			key: 'handoffBytes',
			value: Math.round(handoffBytes),
			meaning: 'bytes that the handoff of a deal adds, half of them with messages in five forms',
		},
	];
}
