import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv8';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { withField } from '../../nodes/domain/base/withField';
import { compilePolicy } from '../../nodes/domain/readiness/compilePolicy';
import { judgeRecord } from '../../nodes/domain/readiness/judgeRecord';
import { policyFiles } from '../../templates/builder/policies/policyFiles';
import { buildPolicySchema } from '../../templates/builder/policies/policySchema';
import { STARTER_POLICIES } from '../../templates/builder/policies/starters';
import { COMPLETE, WRONG } from './starterRecords';

const FOLDER = join(__dirname, '..', '..', 'templates');

/** Mon 2026-03-02 10:00 in UTC. */
const MONDAY = Date.parse('2026-03-02T10:00:00Z');

const fileOf = (name: string): unknown =>
	JSON.parse(readFileSync(join(FOLDER, 'policies', `${name}.json`), 'utf8'));

const findingsFor = (name: string, record: unknown): string[] =>
	judgeRecord(compilePolicy(parsePolicy(fileOf(name))), record, { now: MONDAY }).findings.map(
		({ requirementId }) => requirementId,
	);

describe('the generated policy files', () => {
	it('are as the sources make them', () => {
		const stale = policyFiles().filter(
			({ path, content }) => readFileSync(join(FOLDER, path), 'utf8') !== content,
		);

		expect(stale.map(({ path }) => path)).toEqual([]);
	});

	it('are the only ones in their folder', () => {
		const made = policyFiles().map(({ path }) => path.replace('policies/', ''));

		expect(readdirSync(join(FOLDER, 'policies')).sort()).toEqual(made.sort());
	});
});

describe.each(STARTER_POLICIES.map(({ file }) => file))('the starter policy %s', (file) => {
	const { requirements, fixers, packet, acceptance } = parsePolicy(fileOf(file));

	it('lets a complete record pass', () => {
		expect(findingsFor(file, COMPLETE[file])).toEqual([]);
	});

	it.each(requirements.map(({ id, field }) => [id, field]))(
		'holds a record up for %s alone when that is missing or wrong',
		(id, field) => {
			expect(findingsFor(file, withField(COMPLETE[file], field, undefined))).toContain(id);
			expect(findingsFor(file, withField(COMPLETE[file], field, WRONG[id]))).toEqual([id]);
		},
	);

	it('names an address for each of neither side who fixes something', () => {
		const others = requirements
			.map(({ fixer }) => fixer)
			.filter((fixer) => fixer !== 'sender' && fixer !== 'receiver');

		expect(others).toHaveLength(1);
		expect(Object.keys(fixers)).toEqual(others);
		expect(fixers[others[0] ?? '']?.email).toMatch(/@example\.com$/);
	});

	it('lets the receiving team correct some of what it sees', () => {
		const shown = packet.map(({ field }) => field);

		expect(acceptance.correctable?.length).toBeGreaterThan(1);
		expect(shown).toEqual(expect.arrayContaining(acceptance.correctable ?? []));
	});

	it('says of every requirement how it is fixed', () => {
		expect(requirements.filter(({ howToFix }) => howToFix.length < 15)).toEqual([]);
	});
});

describe('the JSON Schema of a policy', () => {
	const accepts = new Ajv({ strict: false }).compile(buildPolicySchema());
	const [first] = STARTER_POLICIES.map(({ file }) => fileOf(file));

	it.each(STARTER_POLICIES.map(({ file }) => file))('accepts %s', (file) => {
		expect(accepts(fileOf(file)) || accepts.errors).toBe(true);
	});

	it.each([
		['a mistyped key', { requirementz: [] }],
		['no requirement', { requirements: [] }],
		['a check that does not exist', { requirements: [{ check: { kind: 'nummer' } }] }],
		['a target without a time', { sla: { accept: {} } }],
	])('refuses %s', (_what, change) => {
		expect(accepts({ ...Object(first), ...change })).toBe(false);
	});

	it('says what every key means', () => {
		const mute: string[] = [];
		const visit = (node: unknown, place: string): void => {
			if (typeof node !== 'object' || node === null) return;
			for (const [key, inner] of Object.entries(node)) {
				if (key === 'properties') {
					for (const [name, member] of Object.entries(Object(inner))) {
						if (!Object.hasOwn(Object(member), 'description')) mute.push(`${place}.${name}`);
					}
				}
				visit(inner, `${place}/${key}`);
			}
		};
		visit(buildPolicySchema(), '');

		expect(mute).toEqual([]);
	});
});
