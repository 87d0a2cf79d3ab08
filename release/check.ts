import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { billOfMaterials } from './bill';
import { licenceProblems, licencesOfTools } from './licences';
import { packTwice } from './packTwice';

/**
 * `npm run release:check`: what must hold before a version goes out. Licences, the bill of
 * materials, and a tarball that comes out the same twice. `--bill FILE` also writes the bill.
 */
const { values } = parseArgs({ options: { bill: { type: 'string' } } });
const problems = licenceProblems();
const bill = billOfMaterials();
console.log(
	problems.length === 0 ? 'Licences: every code in the package comes with its own' : 'Licences:',
);
const tools = licencesOfTools().map(([name, count]) => `${name} ${count}`);
console.log(`Tools of the workshop, not in the package: ${tools.join(', ')}`);
console.log(
	`Bill of materials: ${bill.components.map(({ name }) => name).join(', ')} inside the package`,
);

const [pack, again] = packTwice();
console.log(`Tarball: ${pack.files} files, sha-256 ${pack.digest}`);
if (pack.digest !== again.digest) {
	problems.push(`Two builds of the same commit differ: ${pack.digest} and ${again.digest}.`);
}
if (values.bill) writeFileSync(values.bill, `${JSON.stringify(bill, null, '\t')}\n`);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
