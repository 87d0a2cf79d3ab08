import { formatInstant, type Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { EndingNotice } from '../handoff/exception';
import type { Waiver } from '../handoff/verdict';
import { waiverEnd } from '../life/waiverEnd';
import { DAY_MS } from '../policy/day';
import type { Calendar } from '../time/calendar';
import { openTimeOf } from '../time/openTime';
import { addWorkingDaysToInstant } from '../time/workingDays';
import { recordTitle } from '../wording/recordTitle';
import { senderWording } from '../wording/readerWording';
import { sendersToTell } from '../wording/whomToTell';

/** How many working days of the sending team lie between the news and the end of an exception. */
const DAYS_BEFORE = 3;

type Excepted = Pick<Handoff, 'agreed' | 'record' | 'sender' | 'receiver'>;

/**
 * Whom to tell before an exception ends, and when: three working days before, in the hours of the
 * sending team; calendar days where those are not known.
 *
 * @returns undefined for an end that cannot be read
 */
export function endingNotice(
	handoff: Excepted,
	{ requirementId, expiresAt }: Pick<Waiver, 'requirementId' | 'expiresAt'>,
): EndingNotice | undefined {
	const end = waiverEnd(expiresAt);
	if (end === undefined) return undefined;
	const { sender: calendar } = handoff.agreed.calendars;
	const wording = senderWording(handoff);
	const [sender = { name: '', email: '' }] = sendersToTell(handoff, wording);
	const field = handoff.agreed.fields.find(({ id }) => id === requirementId);
	return {
		at: formatInstant(daysBefore(end, calendar)),
		label: field?.label ?? requirementId,
		title: recordTitle(handoff.record, wording),
		sender,
		language: handoff.sender.language ?? handoff.agreed.language ?? 'en',
		timezone: calendar?.timezone ?? 'UTC',
	};
}

function daysBefore(end: Instant, calendar: Calendar | undefined): Instant {
	if (calendar === undefined) return end - DAYS_BEFORE * DAY_MS;
	try {
		return addWorkingDaysToInstant(openTimeOf(calendar), end, -DAYS_BEFORE);
	} catch {
		// A calendar without open time up to then.
		return end - DAYS_BEFORE * DAY_MS;
	}
}
