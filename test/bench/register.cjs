/**
 * Lets Node load the TypeScript of the bench as plain JavaScript. tsx names every closure anew when
 * it is made, which the built package does not do, and which would be measured along.
 */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

// `X.node` means X.node.ts and not the X.node.json beside it: what is known first is tried first.
const readJson = require.extensions['.json'];
delete require.extensions['.json'];

require.extensions['.ts'] = (module, filename) => {
	const { code } = transformSync(readFileSync(filename, 'utf8'), {
		filename,
		jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
		module: { type: 'commonjs' },
	});
	module._compile(code, filename);
};
require.extensions['.json'] = readJson;
