import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentFiles } from '../../docs/build/documents';
import { ROOT } from './pages';

describe('the pages that are written from the code', () => {
	it.each(documentFiles())('$path is what the builder writes', ({ path, content }) => {
		expect(readFileSync(join(ROOT, 'templates', path), 'utf8')).toBe(content);
	});
});
