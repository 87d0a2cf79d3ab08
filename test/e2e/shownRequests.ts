import { execFileSync } from 'node:child_process';
import { examplesOf, pages } from '../documents/pages';
import type { Sent } from './sentRequests';

interface Shown {
	/** A `curl` line as it stands on the page. */
	command: string;
	/** As much of the answer as the page shows. */
	answer: object;
}

/** Every request of the page about the intake, each with the answer that is shown below it. */
export function examplesOnPage(): Shown[] {
	const blocks = pages()
		.filter(({ path }) => path === 'docs/zapier-and-make.md')
		.flatMap(examplesOf)
		.filter(({ code, shows }) => code.startsWith('curl') || shows === 'answer');
	return blocks.flatMap(({ code }, index) => {
		const next = blocks[index + 1];
		if (!code.startsWith('curl')) return [];
		if (next?.shows !== 'answer') throw new Error(`No answer is shown for ${code}`);
		return [{ command: code, answer: Object(JSON.parse(next.code)) }];
	});
}

/** Takes the place of curl: tells what it was given. */
const TELL = `curl() { node -e 'console.log(JSON.stringify(process.argv.slice(1)))' -- "$@"; }`;

/** The request that a line sends, as the shell reads the line. */
export function requestOf(command: string): Sent {
	const told = execFileSync('bash', ['-c', `${TELL}\n${command}`], {
		env: { ...process.env, HANDOFF: 'intake', KEY: 'key' },
		encoding: 'utf8',
	});
	const given: string[] = JSON.parse(told);
	const valuesOf = (option: string) =>
		given.flatMap((one, index) => (given[index - 1] === option ? [one] : []));
	const headers = valuesOf('-H').map((line) => line.split(': '));
	const bodies = valuesOf('-d');
	return {
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			...Object.fromEntries(headers.map(([name = '', value]) => [name.toLowerCase(), value])),
		},
		body: bodies.join('&'),
	};
}
