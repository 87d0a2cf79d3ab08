import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { FLOORS } from '../../docs/generator/floors';
import { readRooms } from '../../docs/generator/readRooms';

const ROOT = resolve(__dirname, '../..');
const NODES = join(ROOT, 'nodes');

const filesIn = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return filesIn(path);
		return entry.name.endsWith('.ts') ? [path] : [];
	});

const importsOf = (file: string): string[] =>
	[...readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^;]*?from '([^']+)'/gms)].map(
		([, name = '']) => name,
	);

const say = (file: string): string => relative(ROOT, file);
const files = filesIn(NODES);
/** The room of a file: `domain`, `shared`, or the folder of a node. */
const roomOf = (file: string): string => relative(NODES, file).split(/[\\/]/)[0] ?? '';
const ownImports = (file: string) =>
	importsOf(file)
		.filter((name) => name.startsWith('.'))
		.map((name) => `${resolve(dirname(file), name)}.ts`);

/** What may be longer, because it is data, each with the reason. */
const LONG_DATA: ReadonlyMap<string, string> = new Map([
	['nodes/domain/handoff/rowData.ts', 'the list of all types of row, with what each of them notes'],
	['nodes/shared/ledger/ledgerProperties.ts', 'the fields of one choice, the same on every node'],
]);

/** Every text in one language is one table: who writes a language writes one file. */
const TABLES = 'nodes/domain/language/tables/';

/** The file that is published with a library inside it, and that library. */
const BUNDLED: ReadonlyMap<string, string> = new Map([
	['nodes/domain/policy/phoneLibrary.ts', 'libphonenumber-js/min'],
]);

const code = [...files, ...filesIn(join(ROOT, 'credentials'))];
const linesOf = (text: string): number => text.split('\n').length;

/** Functions, arrow functions and methods, each with its lines from the first to the last. */
function functionsIn(file: string): Array<{ place: string; lines: number }> {
	const source = ts.createSourceFile(
		file,
		readFileSync(file, 'utf8'),
		ts.ScriptTarget.Latest,
		true,
	);
	const found: Array<{ place: string; lines: number }> = [];
	const visit = (node: ts.Node): void => {
		if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
			const start = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
			const lines = linesOf(node.getText(source));
			found.push({ place: `${say(file)}:${start + 1}`, lines });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

describe('the rooms of the package', () => {
	it.each(files.filter((file) => roomOf(file) === 'domain').map(say))(
		'%s knows nothing of n8n',
		(name) => {
			const strangers = importsOf(join(ROOT, name)).filter(
				(wanted) =>
					!wanted.startsWith('.') &&
					!['zod', 'luxon', 'node:crypto', BUNDLED.get(name)].includes(wanted),
			);
			const outside = ownImports(join(ROOT, name)).filter((file) => roomOf(file) !== 'domain');

			expect({ strangers, outside }).toEqual({ strangers: [], outside: [] });
		},
	);

	it('lets a node import itself, shared and domain, and never another node', () => {
		const crossings = files.flatMap((file) =>
			ownImports(file)
				.filter((wanted) => {
					const [from, to] = [roomOf(file), roomOf(wanted)];
					if (from === to || to === 'domain') return false;
					return !(to === 'shared' && from !== 'domain');
				})
				.map((wanted) => `${say(file)} -> ${say(wanted)}`),
		);

		expect(crossings).toEqual([]);
	});

	it('imports from the host only what n8n allows community nodes', () => {
		const allowed: Array<string | undefined> = [
			'n8n-workflow',
			'zod',
			'luxon',
			'lodash',
			'node:crypto',
		];
		const foreign = files.flatMap((file) =>
			importsOf(file)
				.filter(
					(name) => !name.startsWith('.') && ![...allowed, BUNDLED.get(say(file))].includes(name),
				)
				.map((name) => `${say(file)} imports ${name}`),
		);

		expect(foreign).toEqual([]);
	});

	it('gives every room a floor, and lets it import only from the floors below', () => {
		const floorOf = (room: string): number => FLOORS.findIndex((floor) => floor.includes(room));
		const { rooms, arrows } = readRooms();
		const homeless = rooms.map(({ name }) => name).filter((name) => floorOf(name) < 0);
		const back = arrows
			.filter(({ from, to }) => floorOf(to) <= floorOf(from))
			.map(({ from, to }) => `${from} -> ${to}`);

		expect({ homeless, back }).toEqual({ homeless: [], back: [] });
	});

	it('gives no two things the same name', () => {
		// Each node has one of these, and they mean the same.
		const shape = ['operations', 'properties'];
		const homes = new Map<string, string[]>();
		for (const file of files) {
			for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
				/^export (?:async )?(?:function|const|interface|type|class) (\w+)/gm,
			)) {
				if (!shape.includes(name)) homes.set(name, [...(homes.get(name) ?? []), say(file)]);
			}
		}

		expect([...homes].filter(([, places]) => places.length > 1)).toEqual([]);
	});

	it('has no circles', () => {
		const state = new Map<string, 'open' | 'done'>();
		const circles: string[] = [];
		const visit = (file: string, path: string[]): void => {
			if (state.get(file) === 'done') return;
			if (state.get(file) === 'open') {
				circles.push([...path.slice(path.indexOf(file)), file].map(say).join(' -> '));
				return;
			}
			state.set(file, 'open');
			for (const wanted of ownImports(file)) visit(wanted, [...path, file]);
			state.set(file, 'done');
		};
		files.forEach((file) => visit(file, []));

		expect(circles).toEqual([]);
	});

	it('has no file of more than 150 lines', () => {
		const long = code
			.map((file) => ({ file: say(file), lines: linesOf(readFileSync(file, 'utf8').trimEnd()) }))
			.filter(({ file, lines }) => lines > 150 && !LONG_DATA.has(file) && !file.startsWith(TABLES));

		expect(long).toEqual([]);
	});

	it('has no function of more than 30 lines', () => {
		const long = code
			.filter((file) => !LONG_DATA.has(say(file)))
			.flatMap((file) => functionsIn(file).filter(({ lines }) => lines > 30));

		expect(long).toEqual([]);
	});

	it('makes no exception that is not needed', () => {
		const needless = [...LONG_DATA.keys()]
			.map((name) => join(ROOT, name))
			.filter(
				(file) =>
					linesOf(readFileSync(file, 'utf8').trimEnd()) <= 150 &&
					functionsIn(file).every(({ lines }) => lines <= 30),
			);

		expect(needless.map(say)).toEqual([]);
	});
});
