import type { PlainValue } from '../../handoff/control';
import type { Showing } from '../../handoff/showing';
import type { Reader } from '../../shown/reader';
import { showValue } from '../../shown/showValue';
import type { ShownCorrection, ShownCorrections } from './model';
import { formatLine } from '../../page/format';
import { formatFinding } from '../../wording/formatFinding';
import { fill, type Wording } from '../../language/wording';

/** A value on one line as its reader gets it, or that there is none. */
export const formatPlainValue = (
	value: PlainValue,
	shown: Showing | undefined,
	reader: Reader,
): string => formatLine(showValue(value, shown, reader).text) || reader.wording.noValue;

/** One correction in words; as part of the history when it is said who made it. */
export const formatCorrection = (
	{ label, from, to, shown }: ShownCorrection,
	{ reader, name }: { reader: Reader; name?: string },
): string =>
	fill(reader.wording[name === undefined ? 'correctedValue' : 'historyCorrected'], {
		label: formatLine(label),
		from: formatPlainValue(from, shown, reader),
		to: formatPlainValue(to, shown, reader),
		...(name === undefined ? {} : { name: formatLine(name) }),
	});

/** What the corrections make of the verdict, in one sentence. */
export const formatCorrectedVerdict = (
	wording: Wording,
	{ ready, open }: ShownCorrections,
): string =>
	ready
		? wording.correctedReady
		: fill(wording.correctedOpen, {
				points: open.map((point) => formatLine(formatFinding(point, wording))).join('; '),
			});
