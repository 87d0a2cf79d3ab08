const { execFileSync } = require('node:child_process');
const { readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

/** What the TypeScript compiler leaves behind: icons, codex files, output schemas. */
const ASSETS = ['**/*.svg', '**/*.png', '**/*.node.json', '**/__schema__/**/*.json'];

async function clean() {
	rmSync('dist', { recursive: true, force: true });
}

async function compile() {
	execFileSync(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });
}

/** Files that are published with the library that they import inside them: n8n nodes bring nothing. */
const WITH_LIBRARY = ['nodes/domain/policy/phoneLibrary'];
const LICENCES = ['LICENSE', 'LICENSE.Apache'];

async function bundleLibraries() {
	for (const file of WITH_LIBRARY) {
		await esbuild.build({
			entryPoints: [`${file}.ts`],
			outfile: `dist/${file}.js`,
			allowOverwrite: true,
			bundle: true,
			minify: true,
			platform: 'node',
			target: 'node20',
			logLevel: 'error',
		});
	}
	const folder = join(require.resolve('libphonenumber-js/package.json'), '..');
	const licences = LICENCES.map((name) => readFileSync(join(folder, name), 'utf8'));
	writeFileSync('dist/licences-of-others.txt', `libphonenumber-js\n\n${licences.join('\n\n')}`);
}

const copyAssetsOf = (folder) => {
	const copy = () =>
		src(
			ASSETS.map((pattern) => `${folder}/${pattern}`),
			{ allowEmpty: true, encoding: false },
		).pipe(dest(`dist/${folder}`));
	copy.displayName = `copy assets of ${folder}`;
	return copy;
};

exports.build = series(
	clean,
	compile,
	bundleLibraries,
	parallel(copyAssetsOf('nodes'), copyAssetsOf('credentials')),
);
