import { trimmed } from './trimmed';

const NUMBER = /^[+-]?\d{1,30}(?:\.\d{1,30})?$/;

/** Reads a number, also from text as CRMs send it (`"5000.50"`); undefined for anything else. */
export function readNumber(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string') return undefined;
	const text = trimmed(value);
	return NUMBER.test(text) ? Number(text) : undefined;
}
