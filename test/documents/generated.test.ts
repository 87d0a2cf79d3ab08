import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentFiles } from '../../docs/generator/documents';
import { outputSchemaFiles } from '../../templates/builder/files/outputSchemas';
import { ROOT } from './pages';

describe('the files that are written from the code', () => {
	it.each([...documentFiles(), ...outputSchemaFiles()])(
		'$path is what the builder writes',
		({ path, content }) => {
			expect(readFileSync(join(ROOT, 'templates', path), 'utf8')).toBe(content);
		},
	);
});
