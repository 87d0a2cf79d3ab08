/** What vendors take for a number and for a day, by the name that a field has. */

const NUMBER = /^(amount|value|.*billing_?day.*|open_tasks|satisfaction)$/i;
const DAY = /(date|date__c|_on)$/i;
const ISO_DAY = /^\d{4}-\d\d-\d\d(T.*)?$/;

/**
 * The first field whose value is not of its kind, as vendors refuse it; undefined when all are. Empty
 * values empty a field of any kind.
 *
 * @param texts whether the vendor takes a number that is written as a text
 */
export function wrongKind(
	fields: Readonly<Record<string, unknown>>,
	{ texts = false }: { texts?: boolean } = {},
): { name: string; expected: 'number' | 'date' } | undefined {
	for (const [name, value] of Object.entries(fields)) {
		if (value === null || value === undefined || value === '') continue;
		if (NUMBER.test(name) && !isNumber(value, texts)) return { name, expected: 'number' };
		if (DAY.test(name) && !ISO_DAY.test(String(value))) return { name, expected: 'date' };
	}
	return undefined;
}

const isNumber = (value: unknown, texts: boolean): boolean =>
	(typeof value === 'number' || (texts && typeof value === 'string')) &&
	Number.isFinite(Number(value));
