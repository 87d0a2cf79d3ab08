import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv8';
import draft6 from 'ajv8/dist/refs/json-schema-draft-06.json';
import { z } from 'zod';
import { remember } from '../../nodes/domain/base/remember';

const FOLDER = join(__dirname, '../domain/message/microsoft');
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addMetaSchema(draft6);

/** Microsoft's own schema of a version, in the old draft whose `id` Ajv does not know. */
const schemaOf = remember((version: string): ValidateFunction => {
	const text = readFileSync(join(FOLDER, `adaptive-card-${version}.json`), 'utf8');
	const { id: _, ...schema } = z.record(z.unknown()).parse(JSON.parse(text));
	return ajv.compile(schema);
});

/** What Microsoft's schema of the version that a card declares has against it; empty when nothing. */
export function cardProblems(card: Readonly<Record<string, unknown>>): string[] {
	const validate = schemaOf(z.string().parse(card.version));
	return validate(card)
		? []
		: (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
