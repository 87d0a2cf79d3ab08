import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { templateFiles, type TemplateFile } from './files/catalogue';
import { documentFiles } from '../../docs/generator/documents';
import { clientsSchemaFile } from '../import/clientsSchema';
import { galleryFiles } from './gallery/gallery';
import { outputSchemaFiles } from './files/outputSchemas';
import { policyFiles } from './policies/policyFiles';
import { overviewFiles } from './overview/overviewFiles';
import { wordingFiles } from './files/wordings';

const generatedFiles = (): TemplateFile[] => [
	...templateFiles(),
	...policyFiles(),
	clientsSchemaFile(),
	...wordingFiles(),
	...documentFiles(),
	...overviewFiles(),
	...galleryFiles(),
	...outputSchemaFiles(),
];

const HELP = `npm run templates

Writes every generated file of this project: templates, policies, pictures, pages and schemas.`;

/** The command `npm run templates`. */
function writeAll(): void {
	const files = generatedFiles();
	for (const { path, content } of files) {
		const file = join(__dirname, '..', path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
	console.log(
		`Wrote ${files.length} files, most of them in templates. git diff shows what changed.`,
	);
}

if (process.argv.includes('--help')) console.log(HELP);
else writeAll();
