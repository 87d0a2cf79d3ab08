import { isObject } from '../domain/base/isObject';

const memberOf = (value: unknown, key: string): unknown =>
	isObject(value) ? value[key] : undefined;

const rowsOf = (requirements: unknown): unknown[] => {
	const rows = memberOf(requirements, 'requirement');
	return Array.isArray(rows) ? rows : [];
};

/**
 * The requirements of the form with their conditions as somebody wrote them. n8n would put the
 * values of an item in the place of its fields, and the policy would be another for each item.
 *
 * @param requirements as n8n resolved them for an item
 * @param raw as they stand in the node
 */
export function withRawConditions(requirements: unknown, raw: unknown): unknown {
	const rawRows = rowsOf(raw);
	const rows = rowsOf(requirements).map((row, index) => {
		const conditions = memberOf(rawRows[index], 'conditions');
		return isObject(row) && conditions !== undefined ? { ...row, conditions } : row;
	});
	return rows.length === 0 ? requirements : { requirement: rows };
}

/** The requirements of the form without their conditions, in which `{{ }}` names fields. */
export const withoutConditions = (requirements: unknown): unknown[] =>
	rowsOf(requirements).map((row) => Object.assign({}, row, { conditions: undefined }));
