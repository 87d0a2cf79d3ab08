import { openData } from '../ledger/openData';
import type { Requirement } from '../policy/policy';
import type { Look } from './look';
import type { Story } from './story';

/** How a requirement stood in one look of the gate. */
export type Standing = 'met' | 'notMet' | 'waived';

/**
 * The looks of a handoff at the newest version of its policy that judged it: another version may ask
 * for something else under the same name.
 */
export function judgedLooks({ looks, last }: Story): { version: string; looks: Look[] } {
	const counted = [...looks.values()].filter(({ event }) => event.policyId === last.policyId);
	const version = counted.at(-1)?.event.policyVersion ?? '';
	return { version, looks: counted.filter(({ event }) => event.policyVersion === version) };
}

/**
 * How a requirement stood; undefined when the record was not asked for it. A requirement with a
 * condition was asked where the row says so (`data.checked`), and where it was not met.
 */
export function standingOf(look: Look, requirement: Requirement): Standing | undefined {
	const { id, when } = requirement;
	if (look.open.includes(id)) return 'notMet';
	if (isWaived(look, requirement)) return 'waived';
	const { checked } = openData(look.event);
	const asked = checked === undefined ? when === undefined : checked.includes(id);
	return asked ? 'met' : undefined;
}

/** Rows say which requirements were waived; before they did, a finding that is not open was. */
function isWaived({ event, fields, open }: Look, { id, field }: Requirement): boolean {
	const { waived } = openData(event);
	return waived === undefined ? fields.includes(field) && !open.includes(id) : waived.includes(id);
}
