/**
 * What jest says while it runs: a line for each file as it ends, and nothing else. What failed is
 * kept until the end: for `npm test` in the file that HANDOFF_REPORT names, else it is told here.
 */
const { writeFileSync } = require('node:fs');
const { join, relative, sep } = require('node:path');

const ROOT = join(__dirname, '..', '..');

const secondsOf = ({ start, end }) => `${((end - start) / 1000).toFixed(1)} s`;

/** What a test wrote is worth reading only when it failed. */
const writtenIn = (file) => (file.console ?? []).map(({ message }) => `${message}\n`).join('');

module.exports = class SuiteLines {
	passed = 0;
	failed = 0;
	failures = [];

	onTestResult(_test, file) {
		const name = relative(ROOT, file.testFilePath).split(sep).join('/');
		const { numPassingTests: passed, failureMessage } = file;
		// A file that cannot be run has no test that failed, and is a failure all the same.
		const failed = Math.max(file.numFailingTests, failureMessage ? 1 : 0);
		this.passed += passed;
		this.failed += failed;
		if (failed > 0) {
			const message = `${writtenIn(file)}${failureMessage ?? ''}`.trim();
			this.failures.push({ name, again: name, message });
		}
		const counts = failed > 0 ? `${passed} passed, ${failed} FAILED` : `${passed} passed`;
		console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${counts}, ${secondsOf(file.perfStats)}`);
	}

	onRunComplete() {
		const { passed, failed, failures } = this;
		const report = process.env.HANDOFF_REPORT;
		if (report) {
			writeFileSync(report, JSON.stringify({ passed, failed, failures }));
			return;
		}
		for (const { name, message } of failures) console.log(`\n${name}\n${message}`);
		console.log(`\n${passed} passed, ${failed} failed`);
	}
};
