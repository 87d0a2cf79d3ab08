const path = require('node:path');

/** Only our own folders are looked through: the real n8n in `demo/` holds 150,000 files. */
const project = (name, more = {}) => ({
	displayName: name,
	rootDir: path.join(__dirname, '..'),
	roots: [path.join(__dirname, name)],
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
	...more,
});

const WITH_N8N = { setupFiles: [path.join(__dirname, 'support', 'freshConnections.ts')] };

module.exports = {
	reporters: [path.join(__dirname, 'run', 'suiteLines.cjs')],
	projects: [
		project('domain'),
		project('nodes', { setupFiles: [path.join(__dirname, 'support', 'n8nHome.ts')] }),
		project('templates'),
		project('n8nNodes'),
		project('documents'),
		project('e2e', WITH_N8N),
		project('scale', WITH_N8N),
	],
};
