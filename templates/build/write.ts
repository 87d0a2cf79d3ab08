import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateFiles } from './catalogue';
import { policyFiles } from './policies/policyFiles';

/** `npm run templates`: writes every generated template and policy file. */
for (const { path, content } of [...templateFiles(), ...policyFiles()]) {
	writeFileSync(join(__dirname, '..', path), content);
	console.log(path);
}
