import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseSection, sectionsOf } from '../../release/changelog';
import { ROOT } from './pages';

const CHANGELOG =
	'# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A gate.\n\n## [0.1.0] - 2026-01-05\n\n- First.\n';

describe('the changelog at a release', () => {
	it('gets a section with the version and the date, below an empty Unreleased', () => {
		const released = releaseSection(CHANGELOG, '0.2.0', '2026-03-02');

		expect(sectionsOf(released)).toEqual([
			{ name: 'Unreleased', date: undefined, text: '' },
			{ name: '0.2.0', date: '2026-03-02', text: '### Added\n\n- A gate.' },
			{ name: '0.1.0', date: '2026-01-05', text: '- First.' },
		]);
	});

	it.each([
		['nothing is noted', '# Changelog\n\n## [Unreleased]\n', '0.2.0', 'Write what changed'],
		['the version is there already', CHANGELOG, '0.1.0', 'Choose another version'],
	])('is refused when %s', (_, changelog, version, remedy) => {
		expect(() => releaseSection(changelog, version, '2026-03-02')).toThrow(remedy);
	});

	it('of the project can be read', () => {
		const [first] = sectionsOf(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'));

		expect(first?.name).toBe('Unreleased');
	});
});
