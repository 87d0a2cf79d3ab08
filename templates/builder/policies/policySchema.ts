import { zodToJsonSchema } from 'zod-to-json-schema';
import { checkSchema } from '../../../nodes/domain/policy/checks/checks';
import { conditionSchema } from '../../../nodes/domain/policy/condition';
import { policySchema } from '../../../nodes/domain/policy/policy';
import { calendarSchema } from '../../../nodes/domain/time/calendar';
import { MEANINGS, MEANINGS_BY_PLACE } from './meanings';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The JSON Schema of a policy, by which editors complete keys and say what they mean. It is looser
 * than the reader of the package: what depends on several places only the reader sees.
 */
export function buildPolicySchema(): Node {
	const { $schema, ...rules } = zodToJsonSchema(policySchema, {
		definitions: { check: checkSchema, condition: conditionSchema, calendar: calendarSchema },
		effectStrategy: 'input',
		pipeStrategy: 'input',
	});
	const schema: Node = {
		$schema,
		title: 'Handoff policy',
		description: 'What two teams agree that “ready to be handed over” means.',
		...rules,
	};
	allowEditorKey(schema);
	askForTime(schema);
	describe(schema, '');
	return schema;
}

/** Lets a policy name this schema, as editors want it in the file itself. */
function allowEditorKey(schema: Node): void {
	if (isNode(schema.properties)) {
		schema.properties = { $schema: { type: 'string' }, ...schema.properties };
	}
}

/** A target says how long: in minutes or in working days. */
function askForTime({ properties }: Node): void {
	const targets = isNode(properties) ? properties.sla : undefined;
	const target = isNode(targets) ? targets.additionalProperties : undefined;
	if (!isNode(target)) throw new Error('the policy has no targets by name under “sla”');
	target.oneOf = [{ required: ['minutes'] }, { required: ['workingDays'] }];
}

/** Puts beside every key what it means. */
function describe(node: unknown, place: string): void {
	if (Array.isArray(node)) node.forEach((one) => describe(one, place));
	if (!isNode(node)) return;
	for (const [key, inner] of Object.entries(node)) {
		if ((key !== 'properties' && key !== 'definitions') || !isNode(inner)) {
			describe(inner, place);
			continue;
		}
		for (const [name, member] of Object.entries(inner)) {
			const meaning = MEANINGS_BY_PLACE[`${place}.${name}`] ?? MEANINGS[name];
			if (key === 'properties' && isNode(member) && meaning !== undefined) {
				inner[name] = { description: meaning, ...withoutLoneRef(member) };
			}
			describe(inner[name], name);
		}
	}
}

/** Draft 7 passes over everything that stands beside a reference. */
function withoutLoneRef(member: Node): Node {
	if (!('$ref' in member)) return member;
	const { $ref, ...beside } = member;
	return { ...beside, allOf: [{ $ref }] };
}
