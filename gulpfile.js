const { execFileSync } = require('node:child_process');
const { rmSync } = require('node:fs');
const { dest, parallel, series, src } = require('gulp');

/** What the TypeScript compiler leaves behind: icons, codex files, output schemas. */
const ASSETS = ['**/*.svg', '**/*.png', '**/*.node.json', '**/__schema__/**/*.json'];

async function clean() {
	rmSync('dist', { recursive: true, force: true });
}

async function compile() {
	execFileSync(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });
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
	parallel(copyAssetsOf('nodes'), copyAssetsOf('credentials')),
);
