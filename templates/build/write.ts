import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateFiles } from './catalogue';

/** `npm run templates`: writes every generated template file. */
for (const { path, content } of templateFiles()) {
	writeFileSync(join(__dirname, '..', path), content);
	console.log(path);
}
