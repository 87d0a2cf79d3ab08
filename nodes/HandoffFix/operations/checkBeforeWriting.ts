import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import { withoutFormula } from '../../domain/base/formulaText';
import { fixLocale, fixEnvelope } from '../../domain/fixing/fixEnvelopes';
import { fixKeptDocument } from '../../domain/fixing/fixOutcomes';
import { findWrites, type Kept, type Write } from '../../domain/fixing/findWrites';
import type { FixHandoff } from '../../domain/fixing/gaps';
import { grouped } from '../../domain/base/grouped';
import type { Handoff } from '../../domain/handoff/envelope';
import { localeFor } from '../../domain/wording/locale';
import { policyWording } from '../../domain/wording/readerWording';
import type { ListedOperation } from '../../shared/operations';
import { readEnvelope } from '../../shared/readEnvelope';
import { readWriteShape, type WriteShape } from '../parameters';

const OUTPUTS = ['Write', 'Nothing to Write', 'Changed Meanwhile'] as const;

export const checkBeforeWritingOperation = {
	value: 'checkBeforeWriting',
	name: 'Check Before Writing',
	action: 'Check what is still to be written',
	description:
		'Compare what was sent with the record as it is now, so that nothing is overwritten that somebody else has changed',
	subtitle: 'check before writing',
	outputs: OUTPUTS,
	run: checkBeforeWriting,
} as const satisfies ListedOperation;

const writtenSchema = z.array(z.object({ field: z.string(), at: z.string() })).catch([]);
const WRITTEN = 'written';

/**
 * Lets each value out by Write once: a system may keep it in a form of its own, and the record is read
 * again after it was written.
 */
async function checkBeforeWriting(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const memory = context.getContext('node');
	const written = writtenSchema.parse(memory[WRITTEN]);
	const lanes: [INodeExecutionData[], INodeExecutionData[], INodeExecutionData[]] = [[], [], []];
	context.getInputData().forEach((item, index) => {
		const handoff = readEnvelope(context, index, { verb: 'write' });
		const { writes, kept, changes } = isGone(item)
			? NOTHING
			: findWrites(item.json, handoff, written);
		written.push(...changes.map(({ field, at }) => ({ field, at })));
		const pairedItem = { item: index };
		if (writes.length === 0) lanes[1].push({ ...item, pairedItem });
		else lanes[0].push(...writeItems(item, { handoff, writes, ...readWriteShape(context, index) }));
		lanes[2].push(...keptItems(item, handoff, kept).map((one) => ({ ...one, pairedItem })));
		for (const one of lanes[0]) one.pairedItem ??= pairedItem;
	});
	memory[WRITTEN] = written;
	return lanes;
}

const NOTHING = { writes: [], kept: [], changes: [] };

/** A record that is gone, or could not be read, leaves nothing but its handoff: the gate sees to it. */
const isGone = ({ json }: INodeExecutionData): boolean =>
	Object.keys(json).every((member) => member === 'handoff' || member === 'error');

type Writing = WriteShape & { handoff: Handoff; writes: readonly Write[] };

function writeItems(
	{ json, binary }: INodeExecutionData,
	{ handoff, writes, items, asText }: Writing,
): INodeExecutionData[] {
	const valueOf = ({ value }: Write) => (asText ? withoutFormula(value) : value);
	const itemWith = (write: object): INodeExecutionData => ({
		json: { ...json, handoff, write: { ...write } },
		...(binary === undefined ? {} : { binary }),
	});
	if (items === 'values') {
		return writes.map((write) => itemWith({ ...write, value: valueOf(write) }));
	}
	const isAlone = ({ name }: Write) => writes.filter((one) => one.name === name).length === 1;
	const fields = Object.fromEntries(
		writes.map((write) => [isAlone(write) ? write.name : write.field, valueOf(write)]),
	);
	return [itemWith({ fields })];
}

/** Tells each person which of their values stay out of the record. */
function keptItems(
	{ json }: INodeExecutionData,
	handoff: Handoff,
	kept: readonly Kept[],
): INodeExecutionData[] {
	const { fixing } = handoff;
	if (fixing === undefined) return [];
	const asked: FixHandoff = { ...handoff, fixing };
	return [...grouped(kept, ({ change }) => change.by.email).values()].flatMap((theirs) => {
		const [first] = theirs;
		if (first === undefined) return [];
		const { name, email } = first.change.by;
		const common = fixLocale({ handoff: asked, wording: policyWording(handoff) });
		const locale = localeFor(handoff.sender.email === email ? handoff.sender : {}, common);
		const document = fixKeptDocument(asked, { kept: theirs, to: { name, email } }, locale);
		return [{ json: { ...json, handoff: { ...fixEnvelope(asked, document) } } }];
	});
}
