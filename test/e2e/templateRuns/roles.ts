import type { Fault } from '../../fakes/faults';
import type { Standins } from '../../fakes/standins';

/**
 * What every stand-in of a kind can do, so that one table of runs drives all templates. A vendor is
 * one file in `crm/`, `project/` or `channel/` and one line in `cast.ts`.
 */

/** How a vendor is made to fail. */
export interface Faulty {
	failNext(count: number, fault: Fault): void;
	clearFaults(): void;
}

/** Where the records come from. */
export interface CrmRole extends Faulty {
	/**
	 * Adds a record that is due; one that is not complete lacks its goals or what comes closest. A
	 * system that sends its records has been answered when this is done.
	 */
	add(title: string, state: 'complete' | 'incomplete'): string | Promise<string>;
	/** Changes a record as its seller would. */
	change(recordId: string): void | Promise<void>;
	/** What was noted on a record, or posted about it while it has no task, oldest first. */
	notes(recordId: string): string[];
	/** The address of the task that was written back. */
	linkOn(recordId: string): string | undefined;
	/** Takes every record out of sight of the flow, so that the next template starts with none. */
	putAway(): void;
	/** What the record says now where an incomplete one lacks something. */
	gapOn(recordId: string): unknown;
	/** What a note must say about an incomplete record. */
	missing: string;
	/** What the task of a complete record says, unless it is that of a won deal. */
	shown?: string;
	/** The request by which the flow looks for records, or posts about them. */
	search: Pick<Fault, 'match' | 'about'>;
}

/** Where an accepted record becomes a task. */
export interface ProjectRole extends Faulty {
	tasks(): Array<{ title: string; text: string; url: string }>;
	/** The request that makes a task; its query or body tells the title. */
	create: Pick<Fault, 'match'>;
}

/** Where people are told. */
export interface ChannelRole extends Faulty {
	messages(): Array<{ to: string; body: string }>;
	/** What `to` says for a person, and for the team of those who are told about failures. */
	placeOf(email: string): string;
	late: string;
}

/** @param n8nUrl where n8n is, for who sends something to it */
export type Role<R> = (standins: Standins, n8nUrl: string) => R;
