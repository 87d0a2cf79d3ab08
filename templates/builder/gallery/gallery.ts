import { buildSync } from 'esbuild';
import { join } from 'node:path';
import type { TemplateFile } from '../files/catalogue';
import { galleryPage } from './galleryPage';

/** The builder and the page's own code as one script. The end of a script tag must not be in it. */
function bundle(): string {
	const { outputFiles } = buildSync({
		entryPoints: [join(__dirname, 'browser.ts')],
		bundle: true,
		minify: true,
		write: false,
		format: 'iife',
		target: 'es2022',
		charset: 'utf8',
		legalComments: 'none',
	});
	return (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script').trim();
}

/** `templates/index.html`. */
export const galleryFiles = (): TemplateFile[] => [
	{ path: 'index.html', content: galleryPage(bundle()) },
];
