import type { Calendar } from '../time/calendar';

/**
 * The zone in which days begin and end: the one that a setting names; else that of the receiving
 * team, which works by these days, or of the sending team; UTC for a policy without calendars.
 */
export const teamZone = (
	named: string | undefined,
	calendars: Readonly<Record<string, Calendar>>,
): string => named ?? calendars.receiver?.timezone ?? calendars.sender?.timezone ?? 'UTC';
