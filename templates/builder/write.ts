import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { templateFiles } from './files/catalogue';
import { documentFiles } from '../../docs/generator/documents';
import { galleryFiles } from './gallery/gallery';
import { outputSchemaFiles } from './files/outputSchemas';
import { policyFiles } from './policies/policyFiles';
import { overviewFiles } from './overview/overviewFiles';
import { wordingFiles } from './files/wordings';

const FILES = [
	...templateFiles(),
	...policyFiles(),
	...wordingFiles(),
	...documentFiles(),
	...overviewFiles(),
	...galleryFiles(),
	...outputSchemaFiles(),
];

/** `npm run templates`: writes every generated file. */
for (const { path, content } of FILES) {
	const file = join(__dirname, '..', path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, content);
	console.log(path);
}
