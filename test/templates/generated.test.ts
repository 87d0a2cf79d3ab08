import { templateFiles } from '../../templates/builder/files/catalogue';
import { readTemplate, shippedFiles } from './templateFolder';

describe('the template files', () => {
	it('are those that the builder writes, no more and no fewer', () => {
		expect(shippedFiles()).toEqual(
			templateFiles()
				.map(({ path }) => path)
				.sort(),
		);
	});

	it.each(templateFiles())('$path is what the builder writes', ({ path, content }) => {
		expect(readTemplate(path)).toBe(content);
	});
});
