import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateFiles } from './catalogue';
import { documentFiles } from './documents';
import { policyFiles } from './policies/policyFiles';
import { wordingFiles } from './wordings';

const FILES = [...templateFiles(), ...policyFiles(), ...wordingFiles(), ...documentFiles()];

/** `npm run templates`: writes every generated file. */
for (const { path, content } of FILES) {
	writeFileSync(join(__dirname, '..', path), content);
	console.log(path);
}
