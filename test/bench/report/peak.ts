/** Between these two lines of its output a process does the work whose memory is looked at. */
export const BEGIN = '-- begin';
export const END = '-- end';

const COLLECTION = /(\d+(?:\.\d+)?) \(\d+(?:\.\d+)?\) -> \d/;

/**
 * The most MB that the heap held during the work, as V8's `--trace-gc` tells: before each collection
 * and at the end, what could be thrown away included.
 */
export function peakMbIn(output: string): number {
	const [, work = ''] = output.split(BEGIN);
	const [during = '', after = ''] = work.split(END);
	const held = during.split('\n').flatMap((line) => COLLECTION.exec(line)?.[1] ?? []);
	return Math.max(Number.parseFloat(after), ...held.map(Number));
}
