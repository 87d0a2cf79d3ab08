import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');
const FOLDERS = ['', '.github', 'docs', 'templates'];

export interface Page {
	/** Relative to the project. */
	path: string;
	text: string;
}

/** A fenced block: its language and, after a blank, what it shows. */
export interface Example {
	page: string;
	language: string;
	shows: string;
	code: string;
}

/** Every page that people read. */
export const pages = (): Page[] =>
	FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
		readdirSync(join(ROOT, folder))
			.filter((name) => name.endsWith('.md'))
			.map((name) => join(folder, name))
			.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
	);

export const examplesOf = ({ path, text }: Page): Example[] =>
	[...text.matchAll(/^```(\w+)(?: ([\w-]+))?\n(.*?)^```$/gms)].map(
		([, language = '', shows = '', code = '']) => ({ page: path, language, shows, code }),
	);

/** Targets of links and pictures, outside of fenced blocks. */
export const linksOf = ({ text }: Page): string[] =>
	[...text.replace(/^```.*?^```$/gms, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);

/** The anchors that the headings of a page give, as GitHub makes them. */
export const anchorsOf = ({ text }: Page): string[] =>
	[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-'),
	);
