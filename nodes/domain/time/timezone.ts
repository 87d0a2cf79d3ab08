import { z } from 'zod';
import { isTimeZone } from './zone';

/** An IANA zone name, such as Europe/Berlin. */
export const timezoneSchema = z.string().refine(isTimeZone, {
	message: 'is not a time zone; use an IANA name such as Europe/Berlin',
});
