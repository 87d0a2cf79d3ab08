import type { ShownValue, Showing } from '../handoff/showing';
import type { Wording } from '../language/wording';

/** Who reads: in which words, and in which zone. */
export interface Reader {
	wording: Wording;
	/** IANA name. */
	timezone: string;
}

/** How a value is told as what it is; undefined where it cannot be read as that. */
export type Way = (value: unknown, showing: Showing, reader: Reader) => ShownValue | undefined;
