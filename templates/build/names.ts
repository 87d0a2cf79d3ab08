/** The names of the nodes that other nodes refer to. */
export const NAMES = {
	schedule: 'Every 5 minutes',
	manual: 'Run once now',
	each: 'One execution for each',
	arrives: 'When one arrives',
	settings: 'Handoff settings',
	createLedger: 'Create the ledger if missing',
	createClaims: 'Create the claims if missing',
	claim: 'Claim it for this execution',
	claims: 'Who claimed it',
	ours: 'Did we claim it first?',
	earlier: 'Earlier ledger rows',
	standing: 'Where does it stand?',
	owner: 'Who sells it',
	record: 'Record to hand over',
	gate: 'Readiness Gate',
	newReady: 'New since last time?',
	newGaps: 'New gaps since last time?',
	startClock: 'Start the clock',
	accept: 'Handoff Accept',
	findReceiver: 'Find the receiver',
	askReceiver: 'Ask the receiver',
	ledger: 'Write to the ledger',
	noteGaps: 'Note what is missing',
	findSeller: 'Find the seller',
	tellSeller: 'Tell the seller what is missing',
	ledgerGaps: 'Write the gaps to the ledger',
	stopClock: 'Stop the clock',
	findTask: 'Look for the task',
	isThere: 'Is there a task already?',
	createTask: 'Create the task',
	tryAgain: 'Try again?',
	waitALittle: 'Wait a little',
	writeLink: 'Write the link to the record',
	findSellerAccepted: 'Find the seller again',
	tellAccepted: 'Tell the seller it is accepted',
	tellFailed: 'Tell operations that no task was made',
	noteReturn: 'Note why it came back',
	findSellerReturned: 'Find who must fix it',
	tellReturned: 'Tell the seller why it came back',
	tellUnanswered: 'Tell those responsible',
} as const;

/** The item that a node gave, for the item at hand; `$()` of n8n, without the braces. */
export const itemOf = (name: string): string => `$('${name}').item.json`;

/** The first item of a node that runs once in an execution. */
export const firstOf = (name: string): string => `$('${name}').first().json`;
