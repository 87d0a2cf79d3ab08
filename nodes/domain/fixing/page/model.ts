import type { Instant } from '../../base/instant';
import type { Finding } from '../../handoff/verdict';
import type { ExceptionFieldsModel } from '../../exceptions/exceptionFields';
import type { ShownControl } from '../../page/shownControl';

/** One thing that a fixer can supply. */
export interface ShownGap {
	finding: Finding;
	/** The value that was seen, as the reader gets it; empty where there was none. */
	seen: string;
	/** What is typed; absent where it can only be added in the record itself. */
	input?: ShownControl;
	/** Whether another requirement asks for the same field, which is typed there. */
	isTypedAbove: boolean;
}

/** Everything that the page of one fixer shows, and nothing of the others. */
export interface FixPageModel extends ExceptionFieldsModel {
	recordUrl: string;
	recordSystem: string;
	policy: { name: string; version: string };
	respondBy: Instant;
	gaps: readonly ShownGap[];
	reader: { name: string; email: string };
	/** What had been typed besides the values. */
	typed: { name: string; comment: string };
}
