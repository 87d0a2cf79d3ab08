import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TEMPLATES = join(__dirname, '..', '..', 'templates');

/** The names of the template files that an agency finds. */
export const shippedFiles = (): string[] =>
	readdirSync(TEMPLATES)
		.filter((name) => name.endsWith('.json'))
		.sort();

/** Those that hand records over; the others look after the ledger. */
export const handoffFiles = (): string[] => shippedFiles().filter((name) => name.includes('-to-'));

export const readTemplate = (name: string): string => readFileSync(join(TEMPLATES, name), 'utf8');
