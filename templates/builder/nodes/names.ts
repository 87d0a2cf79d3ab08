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
	accept: 'Handoff Accept',
	findReceiver: 'Find the receiver',
	askReceiver: 'Ask the receiver',
	readAgain: 'Read it again',
	recordNow: 'Record as it is now',
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
	tryAgain: 'Try again?',
	waitALittle: 'Wait a little',
	tellFailed: 'Tell operations that no task was made',
} as const;

/** The item that a node gave, for the item at hand; `$()` of n8n, without the braces. */
export const itemOf = (name: string): string => `$('${name}').item.json`;

/** The first item of a node that runs once in an execution. */
export const firstOf = (name: string): string => `$('${name}').first().json`;

/** One of the settings. */
export const setting = (name: string): string => `${firstOf(NAMES.settings)}.${name}`;

/** The envelope of the one handoff that an execution of its own is about. */
export const ARRIVED = `${firstOf(NAMES.arrives)}.handoff`;
