import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../nodes/domain/readiness/compilePolicy';
import { judgeRecord } from '../../nodes/domain/readiness/judgeRecord';
import { VENDOR_RECORDS, type VendorRecord } from './vendorRecords';

const POLICIES = join(__dirname, '..', '..', 'templates', 'policies');
/** Mon 2026-03-02 10:00 in UTC. */
const MONDAY = Date.parse('2026-03-02T10:00:00Z');

const starter = (name: string): Record<string, unknown> =>
	JSON.parse(readFileSync(join(POLICIES, `${name}.json`), 'utf8'));

/** The agreement of sales and delivery, about the fields of another system. */
function policyOf({ policy, written = {}, id = 'id' }: VendorRecord): unknown {
	if (typeof policy === 'string') return starter(policy);
	const { requirements } = parsePolicy(starter('sales-to-delivery.webhook'));
	return {
		id: 'sales-to-delivery',
		record: { id },
		requirements: requirements
			.filter((one) => policy[one.id] !== undefined)
			.map(({ id: name, label, check, when }) => ({
				...{ id: name, label, field: policy[name], check: { ...check, ...written[name] } },
				...(when !== undefined && { when: { field: policy.service, equals: 'retainer' } }),
			})),
	};
}

const openIn = (record: unknown, vendor: VendorRecord): string[] =>
	judgeRecord(compilePolicy(parsePolicy(policyOf(vendor))), record, { now: MONDAY })
		.findings.filter(({ severity }) => severity === 'blocker')
		.map(({ requirementId }) => requirementId);

describe('a record as its system gives it', () => {
	it.each(VENDOR_RECORDS)('is ready when it is complete; $system', (vendor) => {
		expect(openIn(vendor.complete, vendor)).toEqual([]);
	});

	it.each(VENDOR_RECORDS)('asks for all that is left out; $system', (vendor) => {
		expect(openIn(vendor.incomplete, vendor)).toEqual(vendor.open);
	});
});
