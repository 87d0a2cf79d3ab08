import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateFiles } from './catalogue';
import { wordingFiles } from './wordings';

/** `npm run templates`: writes every generated file of the folder. */
for (const { path, content } of [...templateFiles(), ...wordingFiles()]) {
	writeFileSync(join(__dirname, '..', path), content);
	console.log(path);
}
