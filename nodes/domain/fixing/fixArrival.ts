import type { Handoff } from '../handoff/envelope';
import type { Page } from '../page/model';
import type { ShownFix } from './fixPageModel';

/** What is known when somebody opens a link to what is missing, or submits the form behind it. */
export interface FixArrival {
	/** What is asked; absent when it cannot be read. */
	state?: ShownFix;
	/** Whom the signed link names, and for an approver which asking for which exception. */
	query: { to?: unknown; exception?: unknown; times?: unknown };
	/** Absent when the page is only looked at. */
	form?: { body: unknown } | 'unreadable';
}

export interface FixVisitAnswer {
	page: Page;
	answer?: { envelope: Handoff; tooLate: () => Page };
}
