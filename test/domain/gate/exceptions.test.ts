import { grantException, refuseException } from '../../../nodes/domain/exceptions/answerException';
import { askException } from '../../../nodes/domain/exceptions/askException';
import { seeRecord, withLedgerExceptions, type Judging } from '../../../nodes/domain/gate/seen';
import type { Handoff } from '../../../nodes/domain/handoff/envelope';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { exceptionsIn } from '../../../nodes/domain/life/exceptions';
import { writeRow } from '../../../nodes/domain/ledger/writeRow';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../../nodes/domain/readiness/evaluateReadiness';
import { openHandoff } from '../../../nodes/domain/readiness/openHandoff';
import { seedRandom, type SeededRandom } from '../../scale/seededRandom';
import { timesOf } from '../../support/draws';
import { dealPolicyDocument, dealWith, MONDAY } from '../readiness/dealPolicy';

const DAY = 86_400_000;
const PEOPLE = ['sam@sales.example', 'head@sales.example', 'cfo@sales.example'];
const compiled = compilePolicy(
	parsePolicy({
		...dealPolicyDocument,
		waivers: { allowed: ['po'], maxDays: 30, approvers: PEOPLE },
	}),
);
const record = dealWith({ amount: 20_000 });
const judging: Judging = {
	...{ compiled, record, mode: 'enforce', waivers: undefined, proposals: undefined },
};
const handoff: Handoff = openHandoff({
	...{ compiled, record, now: MONDAY },
	verdict: evaluateReadiness(compiled, record, { now: MONDAY, mode: 'enforce' }),
});

/** What people did, as it was; the ledger may know only a part, and the clock may lie. */
interface Deed {
	row: LedgerRow;
	type: string;
	by: string;
	until: number;
}
const pick = <Thing>(random: SeededRandom, things: readonly [Thing, ...Thing[]]): Thing =>
	things[Math.floor(random.below(things.length))] ?? things[0];

/** Some days of asking, granting, refusing and taking back, by three approvers with a poor clock. */
function play(seed: number): { deeds: Deed[]; now: number } {
	const random = seedRandom(seed);
	const deeds: Deed[] = [];
	let now = MONDAY;
	for (let count = 1 + Math.floor(random.below(8)); count > 0; count -= 1) {
		now += (random.below(10) - 3) * DAY;
		const email = pick(random, ['sam@sales.example', 'head@sales.example', 'cfo@sales.example']);
		const until = new Date(now + random.below(6) * DAY).toISOString().slice(0, 10);
		const row = act(pick(random, ['ask', 'ask', 'grant', 'grant', 'refuse', 'revoke', 'forge']), {
			...{ deeds, email, until, now },
		});
		if (row === undefined) continue;
		deeds.push({ row, type: row.type, by: email, until: Date.parse(until) + DAY });
	}
	return { deeds, now: now + (random.below(12) - 4) * DAY };
}

interface Moment {
	deeds: readonly Deed[];
	email: string;
	until: string;
	now: number;
}

/** What one person tries at one moment; undefined when that is refused. */
function act(what: string, { deeds, email, until, now }: Moment): LedgerRow | undefined {
	const rows = deeds.map(({ row }) => row);
	const noting = { rows, now, key: undefined };
	const asked = exceptionsIn(rows, handoff.id)[0]?.asked;
	const by = { name: '', email, proof: 'signedLinkAndName' as const };
	const reason = 'The client sends it in April.';
	const data = { requirementId: 'po', reason, approvedBy: email, expiresAt: until };
	try {
		if (what === 'ask') {
			const wanted = { requirementId: 'po', reason: `${reason} ${now}`, until, by };
			return askException(handoff, wanted, noting).handoff.event;
		}
		if (what === 'grant' && asked !== undefined) {
			return grantException(handoff, asked, { ...noting, by, until }).handoff.event;
		}
		if (what === 'refuse' && asked !== undefined) {
			return refuseException(handoff, asked, { ...noting, by, reason }).event;
		}
		const at = Math.max(now, ...rows.map((row) => Date.parse(row.at) + 1));
		const more = { at, actor: email, discriminator: `${rows.length}` };
		if (what === 'revoke') {
			return writeRow(handoff, { ...more, type: 'waiver.revoked', data: { requirementId: 'po' } });
		}
		// As somebody could write it by hand, past all that refuses it.
		return what === 'forge'
			? writeRow(handoff, { ...more, type: 'requirement.waived', data })
			: undefined;
	} catch {
		return undefined;
	}
}

type Look = (rows: readonly unknown[], now: number) => boolean;
const look: Look = (rows, now) =>
	withLedgerExceptions(seeRecord(judging, { again: false, now }), rows, now).look.ready;

/** Why the gate should not have opened; undefined when it stayed closed, or was right. */
function mistake(seed: number, opens: Look): string | undefined {
	const { deeds, now } = play(seed);
	const rows = deeds.map(({ row }) => row);
	if (!opens(rows, now)) return undefined;
	const askers = deeds.filter(({ type }) => type === 'waiver.asked').map(({ by }) => by);
	const revoked = deeds.map(({ type }) => type).lastIndexOf('waiver.revoked');
	const grants = deeds.slice(revoked + 1).filter(({ type }) => type === 'requirement.waived');
	if (grants.length === 0) return 'nobody granted it, or it was taken back';
	if (grants.every(({ by }) => askers.includes(by))) return 'who asked granted it';
	return grants.every(({ until }) => until <= now) ? 'it is over' : undefined;
}

function findMistake(opens: Look, most: number): string | undefined {
	for (let seed = 1; seed <= most; seed += 1) {
		const found = mistake(seed, opens);
		if (found !== undefined) return `${found} (seed ${seed})`;
	}
	return undefined;
}

/** Rows as a gate would read them that makes a mistake. */
const without =
	(type: string): Look =>
	(rows, now) =>
		look(
			rows.filter((row) => !JSON.stringify(row).includes(`"type":"${type}"`)),
			now,
		);

/** What could be wrong, one at a time. */
const FAULTS: Record<string, Look> = {
	'who asks may grant': without('waiver.asked'),
	'what was taken back goes on': without('waiver.revoked'),
	'an exception never ends': (rows, now) =>
		[0, 5, 10, 20, 40].some((days) => look(rows, now - days * DAY)),
	'silence grants': (rows, now) =>
		look(rows, now) || exceptionsIn(rows, handoff.id).some(({ asked }) => asked !== undefined),
	'a refusal is taken for a grant': (rows, now) =>
		look(rows, now) || exceptionsIn(rows, handoff.id).some(({ refused }) => refused !== undefined),
};

describe('whatever people ask for, grant, refuse and take back, and whatever clocks say', () => {
	it('the gate opens only by a grant that stands, of an approver who has never asked', () => {
		expect(findMistake(look, timesOf(3000))).toBeUndefined();
	});

	it('the gate does open, and does stay closed', () => {
		const opened = Array.from({ length: 300 }, (_, seed) => {
			const { deeds, now } = play(seed + 1);
			return look(
				deeds.map(({ row }) => row),
				now,
			);
		});

		expect(new Set(opened)).toEqual(new Set([true, false]));
	});

	it.each(Object.keys(FAULTS))('a mistake would be found if %s', (name) => {
		expect(findMistake(FAULTS[name] ?? look, 3000)).toBeDefined();
	});
});
