/** What a room is for, in a few words; the picture leaves no room without. */
export const MEANINGS: Record<string, string> = {
	ReadinessGate: 'is it ready?',
	HandoffAccept: 'accepted or returned',
	HandoffFix: 'what is missing is supplied',
	SlaTimer: 'deadlines and milestones',
	HandoffInsights: 'why handoffs fail',
	HandoffLedger: 'what is noted by hand',
	shared: 'knows n8n, serves the nodes',
	'domain/gate': 'what comes next for each record',
	'domain/insights': 'ledger rows to report',
	'domain/upkeep': 'waivers, archive, privacy',
	'domain/fixing': 'what is missing, asked and supplied',
	'domain/acceptance': 'request, page, decision',
	'domain/exceptions': 'asked for, granted or refused',
	'domain/page': 'pages and forms',
	'domain/sla': 'the clocks of a handoff',
	'domain/readiness': 'policy and record to verdict',
	'domain/life': 'where a handoff stands, what comes next',
	'domain/shown': 'values as people read them',
	'domain/policy': 'requirements and checks',
	'domain/wording': 'what people are told',
	'domain/language': 'every text in each language',
	'domain/ledger': 'rows kept, read and sealed',
	'domain/handoff': 'what travels with the record',
	'domain/message': 'ready for every channel',
	'domain/time': 'calendars and clocks',
	'domain/base': 'record, instant, problem, html',
};

/**
 * The order of the rooms, from what people see to what everything rests on. A room imports only
 * from floors below its own, so there is no way back up.
 */
export const FLOORS: string[][] = [
	['ReadinessGate', 'HandoffFix', 'HandoffAccept', 'SlaTimer', 'HandoffLedger', 'HandoffInsights'],
	['shared'],
	['domain/fixing'],
	['domain/acceptance', 'domain/exceptions', 'domain/gate', 'domain/upkeep', 'domain/insights'],
	['domain/readiness', 'domain/sla'],
	['domain/life', 'domain/shown', 'domain/page'],
	['domain/policy', 'domain/wording', 'domain/ledger'],
	['domain/handoff'],
	['domain/message', 'domain/time'],
	['domain/language'],
	['domain/base'],
];
