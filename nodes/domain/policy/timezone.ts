import { IANAZone } from 'luxon';
import { z } from 'zod';

/** An IANA zone name, such as Europe/Berlin. */
export const timezoneSchema = z.string().refine((name) => IANAZone.isValidZone(name), {
	message: 'is not a time zone; use an IANA name such as Europe/Berlin',
});
