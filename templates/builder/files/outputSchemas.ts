import type { ZodTypeAny } from 'zod';
import { zodToJsonSchema } from 'zod-to-json-schema';
import { answerSchema } from '../../../nodes/domain/gate/answer';
import { handoffSchema } from '../../../nodes/domain/handoff/envelope';
import { ledgerRowSchema } from '../../../nodes/domain/handoff/row';
import type { TemplateFile } from './catalogue';

/** What n8n's editor draws of a value before the first run: no more of JSON Schema than it reads. */
interface Shape {
	type?: string;
	properties?: Record<string, Shape>;
	items?: Shape;
}

/** What JSON Schema may say of a value that the shape of it follows from. */
interface Described extends Omit<Shape, 'type' | 'properties' | 'items'> {
	type?: string | string[];
	const?: unknown;
	anyOf?: Described[];
	allOf?: Described[];
	properties?: Record<string, Described>;
	items?: Described;
}

/** Members that nobody drags a part of: what the teams agreed is drawn as one thing. */
const WHOLE: ReadonlySet<string> = new Set(['calendar', 'others']);

/** The members of the envelope that only later nodes write. */
const NOT_YET = { decision: true, outcome: true, request: true, fixing: true } as const;

const ENVELOPES = [
	['ReadinessGate', 'checkReadiness', handoffSchema.omit(NOT_YET).extend({ answer: answerSchema })],
	// The value of its hidden operation, by which n8n asks for the schema.
	['HandoffAccept', 'sendAndWait', handoffSchema],
	['HandoffFix', 'sendAndWait', handoffSchema],
	['HandoffFix', 'checkBeforeWriting', handoffSchema],
	['HandoffLedger', 'grantWaiver', handoffSchema],
	['HandoffLedger', 'noteSetUp', handoffSchema],
	['HandoffLedger', 'revokeWaiver', handoffSchema],
	['SlaTimer', 'checkClock', handoffSchema],
	['SlaTimer', 'findDue', handoffSchema],
	['SlaTimer', 'passTheBall', handoffSchema],
	['SlaTimer', 'startClock', handoffSchema],
	['SlaTimer', 'stopClock', handoffSchema],
] as const;

/** The operations that give ledger rows. */
const ROWS = [
	['HandoffLedger', 'archive'],
	['HandoffLedger', 'readRows'],
] as const;

/**
 * The output schemas of the operations that give an envelope or ledger rows, written from these
 * themselves: with them their fields can be dragged before the first run.
 */
export const outputSchemaFiles = (): TemplateFile[] => [
	...ENVELOPES.map(([node, operation, envelope]) =>
		schemaFile([node, operation], { properties: { handoff: describeShape(envelope) } }),
	),
	...ROWS.map((place) => schemaFile(place, describeShape(ledgerRowSchema))),
];

const schemaFile = (
	[node, operation]: readonly [node: string, operation: string],
	{ properties }: Shape,
): TemplateFile => ({
	path: `../nodes/${node}/__schema__/v1.0.0/${operation}.json`,
	content: `${JSON.stringify({ type: 'object', properties, version: 1 }, null, '\t')}\n`,
});

const describeShape = (schema: ZodTypeAny): Shape =>
	shapeOf(zodToJsonSchema(schema, { $refStrategy: 'none' }) as Described);

function shapeOf({ type, properties, items, ...rest }: Described): Shape {
	const [first, ...others] = rest.anyOf ?? rest.allOf ?? [];
	if (first !== undefined) return others.map(shapeOf).reduce(oneOfBoth, shapeOf(first));
	const name = Array.isArray(type) ? undefined : type;
	if (properties !== undefined) {
		const members = Object.entries(properties).map(([key, one]) => [
			key,
			WHOLE.has(key) && one.type !== undefined ? { type: one.type } : shapeOf(one),
		]);
		return { type: 'object', properties: Object.fromEntries(members) };
	}
	const entry = items === undefined ? {} : shapeOf(items);
	return {
		...(name === undefined ? {} : { type: name }),
		...(Object.keys(entry).length === 0 ? {} : { items: entry }),
	};
}

/** An object of several kinds has the members of all; of any other value of two kinds nothing is said. */
function oneOfBoth(one: Shape, other: Shape): Shape {
	if (one.properties && other.properties) {
		return { ...one, properties: { ...other.properties, ...one.properties } };
	}
	return one.type === other.type ? one : {};
}
