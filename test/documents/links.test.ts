import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { anchorsOf, linksOf, pages, ROOT, type Page } from './pages';

const PAGES = pages();
const OUTSIDE = /^(https?:|mailto:)/;
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Why a link leads nowhere; undefined when it leads somewhere. */
function brokenBecause(page: Page, link: string): string | undefined {
	const [file = '', anchor] = link.split('#');
	const path = file === '' ? page.path : normalize(join(dirname(page.path), file));
	if (!existsSync(join(ROOT, path))) return `${link}: there is no ${path}`;
	const target = PAGES.find((one) => one.path === path);
	if (anchor === undefined || target === undefined) return undefined;
	return anchorsOf(target).includes(anchor) ? undefined : `${link}: no such heading`;
}

describe('the pages', () => {
	it.each(PAGES)('$path leads only to files and headings that are there', (page) => {
		const links = linksOf(page).filter((link) => !OUTSIDE.test(link));

		expect(links.map((link) => brokenBecause(page, link)).filter(Boolean)).toEqual([]);
	});

	it.each(PAGES)('$path leads outside only by https', (page) => {
		expect(linksOf(page).filter((link) => link.startsWith('http:'))).toEqual([]);
	});

	it.each(PAGES)('$path names only commands that exist', ({ text }) => {
		const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);

		expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
	});

	it('name, in the README, every node of the package', () => {
		const readme = PAGES.find(({ path }) => path === 'README.md')?.text ?? '';
		const names = manifest.n8n.nodes.map((path: string) => {
			const source = readFileSync(join(ROOT, path.replace(/^dist.(.*)js$/, '$1ts')), 'utf8');
			return /displayName: '([^']+)'/.exec(source)?.[1] ?? path;
		});

		expect(names.filter((name: string) => !readme.includes(`### ${name}`))).toEqual([]);
	});

	it('name, for those who work on it, only files that are there', () => {
		const page = PAGES.find(({ path }) => path === '.github/CONTRIBUTING.md')?.text ?? '';
		const files = [...page.matchAll(/`((?:nodes|templates|demo|test)\/[\w./-]+)`/g)].map(
			([, file = '']) => file,
		);

		expect(files.length).toBeGreaterThan(5);
		expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
	});
});
