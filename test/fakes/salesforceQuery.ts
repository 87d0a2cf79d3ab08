/** One record of Salesforce; related records are inside, such as `Owner`. */
export type SObject = Record<string, unknown>;

interface Org {
	opportunities: SObject[];
	/** Every field that a query may name. */
	known: ReadonlySet<string>;
}

type Found = { records: SObject[] } | { problem: string; code: string };

const QUERY = /^SELECT (.+?) FROM Opportunity WHERE (.+?)(?: ORDER BY (\w+))?$/;

/** Answers the part of SOQL that flows about opportunities need: fields, `=`, AND, ORDER BY. */
export function findBySoql(query: string, { opportunities, known }: Org): Found {
	const [whole, fields = '', conditions = '', order = 'Id'] = QUERY.exec(query) ?? [];
	if (whole === undefined) return { problem: 'unexpected token', code: 'MALFORMED_QUERY' };
	const names = fields.split(', ');
	const wanted = conditions.split(' AND ').map((condition) => condition.split(' = '));
	const unknown = [...names, ...wanted.map(([name = '']) => name), order].find(
		(name) => !known.has(name),
	);
	if (unknown) return { problem: `No such column '${unknown}'`, code: 'INVALID_FIELD' };
	const records = opportunities
		.filter((one) => wanted.every(([name = '', value = '']) => holds(one[name] ?? null, value)))
		.sort((a, b) => String(a[order]).localeCompare(String(b[order])))
		.map((one) => select(one, names));
	return { records };
}

function holds(actual: unknown, literal: string): boolean {
	const [, text] = /^'(.*)'$/.exec(literal) ?? [];
	return text === undefined ? String(actual) === literal : actual === text;
}

/** Fields without a value are null, and a related record is an object of its own. */
function select(record: SObject, names: string[]): SObject {
	const url = `/services/data/v59.0/sobjects/Opportunity/${String(record.Id)}`;
	const shown: SObject = { attributes: { type: 'Opportunity', url } };
	for (const name of names) {
		const [outer = ''] = name.split('.');
		shown[outer] = record[outer] ?? null;
	}
	return shown;
}
