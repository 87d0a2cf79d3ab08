import type { PlainValue, TypedCorrection } from '../../handoff/correction';
import { formatFieldValue } from '../correctionForm';
import type { ShownCorrections } from './model';
import { formatLine } from './format';
import { formatFinding } from '../../wording/formatFinding';
import { fill, type Wording } from '../../language/wording';

/** A value in words: yes and no in the language of the page, and that there is none. */
export function formatPlainValue(value: PlainValue, wording: Wording): string {
	if (typeof value === 'boolean') return value ? wording.valueYes : wording.valueNo;
	if (Array.isArray(value) && value.length > 0) {
		return formatLine(value.map((entry) => formatPlainValue(entry, wording)).join(', '));
	}
	return formatLine(formatFieldValue(value)) || wording.noValue;
}

/** One correction in words; as part of the history when it is said who made it. */
export const formatCorrection = (
	{ label, from, to }: Pick<TypedCorrection, 'label' | 'from' | 'to'>,
	{ wording, name }: { wording: Wording; name?: string },
): string =>
	fill(name === undefined ? wording.correctedValue : wording.historyCorrected, {
		label: formatLine(label),
		from: formatPlainValue(from, wording),
		to: formatPlainValue(to, wording),
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
