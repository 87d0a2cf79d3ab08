import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { COMBINATIONS, OTHER_TEMPLATES } from '../../templates/builder/files/catalogue';
import { fileNameOf } from '../../templates/builder/combinations/compose';
import { overviewFiles } from '../../templates/builder/overview/overviewFiles';
import { readTemplate, shippedFiles } from '../templates/templateFolder';

const PICTURES = join(__dirname, '..', '..', 'templates', 'pictures');
const names = [...COMBINATIONS.map(fileNameOf), ...OTHER_TEMPLATES.map(({ name }) => name)];

describe('templates/README.md', () => {
	it.each(overviewFiles())('$path is what the builder writes', ({ path, content }) => {
		expect(readTemplate(path)).toBe(content);
	});

	it('has a row with a file and a picture for each template, and no others', () => {
		const rows = [...readTemplate('README.md').matchAll(/\]\(([\w-]+)\.json\)/g)];

		expect(rows.map(([, name]) => name)).toEqual(names);
		expect(shippedFiles()).toEqual(names.map((name) => `${name}.json`).sort());
		expect(readdirSync(PICTURES).sort()).toEqual(names.map((name) => `${name}.svg`).sort());
	});
});
