import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '../..');
const CHECKS = 'nodes/domain/policy/checks';
const LANGUAGE = 'nodes/domain/language';

/** A check with one setting, in the one file that is its own. */
const EVEN = `import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { say } from '../../language/sentence';
import { defineCheck } from './check';
import { numberText, textField, type CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('divisible'),
	by: z.number().int().positive().describe('What the number can be divided by.'),
}).describe('A number that can be divided without a rest.');

const FORM: CheckForm = {
	name: 'Divisible',
	fields: [textField('Divisible By', 'by', { read: numberText })],
};

/** A number that another one divides. */
export const divisibleCheck = defineCheck(settingsSchema, FORM, ({ by }) => ({
	control: { kind: 'number', storedAs: 'number' },
	expected: say('expectedDivisible', { by }),
	judge: (value) => (Number(value) % by === 0 ? undefined : say('shortfallNotDivisible', { by })),
}));
`;

let copy: string;

function edit(file: string, ...changes: Array<[from: string, to: string]>): void {
	const path = join(copy, file);
	let text = readFileSync(path, 'utf8');
	for (const [from, to] of changes) {
		expect(text).toContain(from);
		text = text.replace(from, to);
	}
	writeFileSync(path, text);
}

/** The files of checks and languages that do not compile, of these and all that they import. */
function wrongFiles(files: string[]): string[] {
	const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (name) =>
		ts.sys.readFile(name),
	);
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, copy);
	const paths = files.map((file) => join(copy, file));
	const program = ts.createProgram(paths, { ...options, noEmit: true, types: [] });
	return program
		.getSourceFiles()
		.filter(({ fileName }) => [CHECKS, LANGUAGE].some((room) => fileName.includes(`/${room}/`)))
		.filter((file) => program.getSemanticDiagnostics(file).length > 0)
		.map(({ fileName }) => fileName.slice(fileName.indexOf('/nodes/') + 1))
		.sort();
}

beforeAll(() => {
	copy = mkdtempSync(join(tmpdir(), 'growth-'));
	cpSync(join(ROOT, 'nodes'), join(copy, 'nodes'), { recursive: true });
	symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true }));

describe('a new language', () => {
	beforeAll(() => {
		const english = readFileSync(join(copy, LANGUAGE, 'tables/english.ts'), 'utf8');
		const swedish = english
			.replace('export const ENGLISH = {', 'export const SWEDISH: Wording = {')
			.replace('} as const;', '};')
			.replace("language: 'en'", "language: 'sv'")
			.replace("shortfallMissing: 'is missing'", "shortfallMissing: 'saknas'");
		writeFileSync(
			join(copy, LANGUAGE, 'tables/swedish.ts'),
			`import type { Wording } from '../wording';\n${swedish}`,
		);
		edit(
			`${LANGUAGE}/languages.ts`,
			['import { SPANISH }', "import { SWEDISH } from './tables/swedish';\nimport { SPANISH }"],
			["'es']", "'es', 'sv']"],
			['	es: SPANISH,', '	es: SPANISH,\n	sv: SWEDISH,'],
		);
	});

	it('is its table and the registry: it is said, and offered by its name in every form', async () => {
		const { formatFinding } = await import(join(copy, 'nodes/domain/wording/formatFinding'));
		const { WORDINGS } = await import(join(copy, LANGUAGE, 'languages'));
		const { languages } = await import(join(copy, 'nodes/shared/languageOptions'));
		const finding = {
			label: 'Budget',
			shortfall: '',
			codes: { shortfall: { code: 'shortfallMissing' } },
		};

		expect(formatFinding(finding, WORDINGS.sv)).toBe('Budget saknas');
		expect(languages).toContainEqual({ name: 'Swedish', value: 'sv' });
	});
});

describe('a new check with one setting', () => {
	const TABLES = ['dutch', 'english', 'french', 'german', 'portuguese', 'spanish', 'swedish'];

	beforeAll(() => {
		for (const table of TABLES) {
			edit(`${LANGUAGE}/tables/${table}.ts`, [
				'	shortfallUnreadable',
				`	shortfallNotDivisible: '${table}: not by {by}',\n	expectedDivisible: '${table}: by {by}',\n	shortfallUnreadable`,
			]);
		}
		writeFileSync(join(copy, CHECKS, 'divisible.ts'), EVEN);
		edit(
			`${CHECKS}/simpleChecks.ts`,
			[
				'import { emailCheck }',
				"import { divisibleCheck } from './divisible';\nimport { emailCheck }",
			],
			['	emailCheck.schema,', '	emailCheck.schema,\n	divisibleCheck.schema,'],
			['	email: emailCheck,', '	email: emailCheck,\n	divisible: divisibleCheck,'],
		);
		jest.resetModules();
	});

	it('is its file and the list of checks: it judges, speaks, and stands in the forms', async () => {
		const { checkSchema, compileCheck } = await import(join(copy, CHECKS, 'checks'));
		const { writeSentence } = await import(join(copy, LANGUAGE, 'sentence'));
		const { WORDINGS } = await import(join(copy, LANGUAGE, 'languages'));
		const { checkFields, checkNames } = await import(
			join(copy, 'nodes/ReadinessGate/checkProperties')
		);
		const settings = checkSchema.parse({ kind: 'divisible', by: 3 });
		const { expected, judge, control } = compileCheck(settings);

		expect(judge(6, {})).toBeUndefined();
		expect(writeSentence(judge(7, {}), WORDINGS.de)).toBe('german: not by 3');
		expect(writeSentence(expected, WORDINGS.nl)).toBe('dutch: by 3');
		expect(control).toEqual({ kind: 'number', storedAs: 'number' });
		expect(checkNames).toContainEqual({ name: 'Divisible', value: 'divisible' });
		expect(checkFields).toContainEqual(
			expect.objectContaining({ name: 'by', displayOptions: { show: { kind: ['divisible'] } } }),
		);
	});

	it('comes out of a row of the form as it is written in JSON', async () => {
		const { buildRequirement } = await import(join(copy, 'nodes/ReadinessGate/formRequirement'));
		const { requirementRowSchema } = await import(join(copy, 'nodes/ReadinessGate/requirementRow'));
		const row = requirementRowSchema.parse({ field: 'seats', kind: 'divisible', by: '3' });

		expect(buildRequirement(row).check).toEqual({ kind: 'divisible', by: 3 });
	});
});

describe('what is written for them', () => {
	it('compiles as it is, and not with a text or a value left out', () => {
		const without = (file: string, changed: string, [from, to]: [string, string]) => {
			const text = readFileSync(join(copy, file), 'utf8');
			expect(text).toContain(from);
			writeFileSync(join(copy, changed), text.replace(from, to));
			return changed;
		};
		const language = without(`${LANGUAGE}/tables/swedish.ts`, `${LANGUAGE}/tables/lacking.ts`, [
			"	shortfallMissing: 'saknas',\n",
			'',
		]);
		const check = without(`${CHECKS}/divisible.ts`, `${CHECKS}/lacking.ts`, [
			"say('shortfallNotDivisible', { by })",
			"say('shortfallNotDivisible')",
		]);

		expect(wrongFiles([`${CHECKS}/checks.ts`, language, check])).toEqual([language, check].sort());
	}, 240_000);
});
