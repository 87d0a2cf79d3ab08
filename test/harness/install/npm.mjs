import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';

/** The Node that came along with the n8n in this folder. */
export const nodeBinary = (folder) => join(folder, 'node_modules', 'node', 'bin', 'node');

/** The environment for npm, without what an `npm run` around this program says of its folder. */
export function npmEnvironment() {
	const inherited = /^(npm_package_|npm_lifecycle_|npm_config_local_prefix$|INIT_CWD$)/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
}

/** Lets npm build for the Node that n8n runs on, with the headers that came along with it. */
export function compilerEnvironment(folder) {
	const env = npmEnvironment();
	const packages = join(folder, 'node_modules', 'node', 'node_modules');
	const headers = (existsSync(packages) ? readdirSync(packages) : [])
		.map((name) => join(packages, name))
		.find((path) => existsSync(join(path, 'include', 'node')));
	return {
		...env,
		PATH: [dirname(nodeBinary(folder)), env.PATH].join(delimiter),
		...(headers && { npm_config_nodedir: headers }),
	};
}

/** What to do about what npm said. */
export function npmRemedy(output) {
	if (/gyp ERR|not found: make|find Python/i.test(output)) {
		return 'A part of n8n has to be compiled here. Install Python 3, make and a C++ compiler (on Debian: apt-get install -y python3 make g++) and start again.';
	}
	if (/ENOSPC/.test(output)) return 'The disk is full. Free about 4 GB and start again.';
	if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|E40[134]/.test(output)) {
		return 'The package registry could not be reached. Check the network (npm ping) and start again.';
	}
	return 'Start again; what was downloaded is not downloaded again.';
}
