/** The names of the nodes that other nodes refer to. */
export const NAMES = {
	schedule: 'Every 5 minutes',
	manual: 'Run once now',
	arrives: 'When one arrives',
	settings: 'Handoff settings',
	next: 'What is next?',
	owner: 'Who hands it over',
	record: 'Record to hand over',
	gate: 'Readiness Gate',
	each: 'One execution for each',
	fix: 'Handoff Fix',
	findFixer: 'Find the fixer',
	askFixer: 'Ask the fixer',
	accept: 'Handoff Accept',
	findReceiver: 'Find the receiver',
	askReceiver: 'Ask the receiver',
	readAgain: 'Read it again',
	recordNow: 'Record as it is now',
	check: 'Check before writing',
	filledIn: 'Only what was filled in',
	write: 'Write it to the record',
	note: 'Note it on the record',
	person: 'Each person to tell',
	findPerson: 'Find the person',
	tellPerson: 'Tell the person',
	tellUnanswered: 'Tell those responsible',
	findTask: 'Look for the task',
	ownTask: 'The task of this record',
	isThere: 'Is there a task already?',
	createTask: 'Create the task',
	describeTask: 'Describe the task',
	writeLink: 'Write the link to the record',
	noteSetUp: 'Note that it is set up',
	waitALittle: 'Wait a little',
	tellFailed: 'Tell operations what failed',
} as const;

/** What a node gave; `$()` of n8n, without the braces. */
export const itemsOf = (name: string): string => `$('${name}')`;

/** The item that a node gave, for the item at hand. */
export const itemOf = (name: string): string => `${itemsOf(name)}.item.json`;

/** The first item of a node that runs once in an execution. */
export const firstOf = (name: string): string => `${itemsOf(name)}.first().json`;

/** One of the settings. */
export const setting = (name: string): string => `${firstOf(NAMES.settings)}.${name}`;

/** The record that an execution of its own is about, and the envelope of its handoff. */
export const RECORD = firstOf(NAMES.arrives);
export const ARRIVED = `${RECORD}.handoff`;
