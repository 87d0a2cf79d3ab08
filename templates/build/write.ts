import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateFiles } from './catalogue';
import { policyFiles } from './policies/policyFiles';
import { wordingFiles } from './wordings';

/** `npm run templates`: writes every generated file of the folder. */
for (const { path, content } of [...templateFiles(), ...policyFiles(), ...wordingFiles()]) {
	writeFileSync(join(__dirname, '..', path), content);
	console.log(path);
}
