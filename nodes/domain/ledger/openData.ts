import { z } from 'zod';
import { remember } from '../base/remember';
import { commonDataShape, ledgerStepSchema, type LedgerEventType } from '../handoff/rowData';
import type { NotedData } from './ledgerEvent';
import { openObject } from './openCell';

/**
 * What a row noted in its cell `data`, member by member under the schema of its type. A member that is
 * spoiled is absent, one that the type does not know is passed over, and each is read when it is asked
 * for. Rows keep the cell closed: a million opened ones, held at once, would keep the garbage collector
 * busier than everything else.
 *
 * @param row its type, and its cell as JSON text or as the object itself
 */
export const openData = <Type extends LedgerEventType>({ type, data }: ClosedRow<Type>) =>
	// The class was made from the schema of this very type: its members are read by that schema.
	new (CLASSES.get(type) ?? CommonData)(data) as NotedData<Type>;

interface ClosedRow<Type extends LedgerEventType> {
	type: Type;
	data?: unknown;
}

/** Readers ask for several members of one row at a time: the text opened last is kept. */
const openText = remember((text: string) => openObject(text).content, {
	most: 1,
	longest: Infinity,
});

type DataClass = new (cell: unknown) => object;

/** A class whose instances read the members of a shape from their cell. */
function classFor(shape: z.ZodRawShape): DataClass {
	return class NotedMembers {
		readonly #cell: unknown;

		constructor(cell: unknown) {
			this.#cell = cell;
		}

		static {
			for (const [name, schema] of Object.entries(shape)) {
				const read = readerOf(schema);
				Object.defineProperty(this.prototype, name, {
					enumerable: true,
					get(this: NotedMembers) {
						const cell = this.#cell;
						const members = typeof cell === 'string' ? openText(cell) : openObject(cell).content;
						return read(members[name]);
					},
				});
			}
		}
	};
}

/** Texts and lists are read without zod, which costs more than all else in reading a row. */
function readerOf(schema: z.ZodTypeAny): (value: unknown) => unknown {
	if (schema instanceof z.ZodOptional) return readerOf(schema.unwrap());
	if (schema instanceof z.ZodString) return readText;
	if (schema instanceof z.ZodArray) return listReader(readerOf(schema.element));
	return (value) => schema.safeParse(value).data;
}

/** An empty text says as little as none. */
const readText = (value: unknown) =>
	typeof value === 'string' && value !== '' ? value : undefined;

const listReader = (read: (value: unknown) => unknown) => (value: unknown) =>
	Array.isArray(value)
		? value.map((member) => read(member)).filter((member) => member !== undefined)
		: undefined;

const CommonData = classFor(commonDataShape);
const CLASSES = new Map<string, DataClass>(
	ledgerStepSchema.options.map(({ shape }) => [
		shape.type.value,
		classFor({ ...shape.data.shape, ...commonDataShape }),
	]),
);
