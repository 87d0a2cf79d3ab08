import type { Correction } from '../handoff/correction';
import type { Agreed } from '../handoff/envelope';

/**
 * The packet with the values that the receiving team corrected in the place of the old ones: the work
 * begins with what was accepted. What the packet did not show and was corrected stands at its end.
 */
export function correctedPacket(
	packet: Agreed['packet'],
	corrections: readonly Correction[],
): Agreed['packet'] {
	const corrected = new Map(
		corrections.map(({ field, label, to }) => [field, { field, label, value: to }]),
	);
	const shown = new Set(packet.map(({ field }) => field));
	return [
		...packet.map((entry) => ({ ...entry, ...corrected.get(entry.field), label: entry.label })),
		...[...corrected.values()].filter(({ field }) => !shown.has(field)),
	];
}
