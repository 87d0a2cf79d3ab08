import type { SeededRandom } from '../seededRandom';

/** Values that systems, imports and people really send where something else was meant. */
const HOSTILE: readonly unknown[] = [
	null,
	undefined,
	'',
	' ',
	'tbd',
	'-',
	0,
	-1,
	-0,
	NaN,
	Infinity,
	1e308,
	9007199254740993,
	123_456_789_012_345,
	1_234_567_890_123_456,
	8.64e15,
	-8.64e15,
	true,
	false,
	[],
	[[]],
	[null],
	{},
	{ length: 1e9 },
	{ toString: 'not a function' },
	{ constructor: { prototype: { ready: true } } },
	JSON.parse('{"__proto__": {"ready": true}}'),
	'__proto__',
	'constructor',
	'2026-02-30',
	'9999-12-31',
	'123456789012345',
	'+99999999 working days',
	'2026-13-01T25:61:00Z',
	'+275760-09-13T00:00:00.001Z',
	'0000-00-00',
	'1.234,56 €',
	'€',
	'1e999',
	'(a+)+$',
	'\u0000',
	'\u202egnp.exe',
	'\ud800',
	'<script>alert(1)</script>',
	'{{ $json }}',
	'={{ 1 }}',
	'a'.repeat(20_000),
	'24:00',
	'99:99',
	'Europe/Atlantis',
];

const pick = <Thing>(random: SeededRandom, things: readonly Thing[]): Thing | undefined =>
	things[Math.floor(random.below(things.length))];

/** Some of the hostile values refuse to become a text. */
const asText = (value: unknown): unknown =>
	typeof value === 'object' ? JSON.stringify(value) : String(value);

type Edit = (holder: Record<string, unknown>, key: string, random: SeededRandom) => void;

const EDITS: readonly Edit[] = [
	(holder, key, random) => (holder[key] = anyHostile(random)),
	(holder, key, random) => (holder[key] = anyHostile(random)),
	(holder, key) => delete holder[key],
	(holder, key) => (holder[key] = [holder[key]]),
	(holder, key) => (holder[key] = { [key]: holder[key] }),
	(holder, key) => (holder[key] = asText(holder[key])),
	(holder, key) => (holder[`${key} `] = holder[key]),
	(holder, key, random) => {
		const value = holder[key];
		if (Array.isArray(value) && value.length > 0) value.push(pick(random, value));
	},
];

const isHolder = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** A copy of a document with one to three things in it changed, somewhere, to something. */
export function mutate(random: SeededRandom, document: unknown): unknown {
	const copy: unknown = structuredClone(document);
	const changes = 1 + Math.floor(random.below(3));
	for (let change = 0; change < changes; change++) changeSomewhere(random, copy);
	return copy;
}

function changeSomewhere(random: SeededRandom, document: unknown): void {
	let holder: unknown = document;
	for (let depth = 0; depth < 12 && isHolder(holder); depth++) {
		const key = pick(random, Object.keys(holder));
		if (key === undefined) return;
		const inner: unknown = holder[key];
		if (isHolder(inner) && random.below(1) < 0.75) holder = inner;
		else {
			pick(random, EDITS)?.(holder, key, random);
			return;
		}
	}
}

/** A value that belongs nowhere; a copy, because it may be changed further. */
export const anyHostile = (random: SeededRandom): unknown => structuredClone(pick(random, HOSTILE));
