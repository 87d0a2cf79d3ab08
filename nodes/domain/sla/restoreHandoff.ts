import { ballHolder } from '../handoff/turns';
import type { Standing } from '../life/standing';
import type { TimedHandoff } from './handoffClock';
import type { RunningClock } from './runningClocks';

/** The envelope of a handoff as far as a clock and its message need it, out of the rows alone. */
export function restoreHandoff(
	{ clock, kept, started }: RunningClock,
	standing: Standing,
): TimedHandoff {
	const { side } = clock;
	const other = side === 'sender' ? 'receiver' : 'sender';
	const [person] = kept.people;
	return {
		schema: 1,
		id: started.handoffId,
		attempt: started.attempt,
		record: {
			system: started.recordSystem,
			type: started.recordType,
			id: started.recordId,
			title: kept.title,
			url: started.recordUrl,
		},
		sender: { team: started.sendingTeam, ...(side === 'sender' ? person : {}) },
		receiver: { team: started.receivingTeam, people: side === 'sender' ? [] : kept.people },
		policy: {
			id: started.policyId,
			name: kept.policyName,
			version: started.policyVersion,
			digest: started.policyDigest,
		},
		ballWith: ballHolder(standing.turns),
		turns: standing.turns,
		agreed: {
			acceptance: { checklist: [], returnReasons: [] },
			sla: {},
			calendars: {
				...(side === undefined ? {} : { [side]: kept.calendar }),
				...(kept.otherCalendar === undefined ? {} : { [other]: kept.otherCalendar }),
			},
			packet: [],
			fields: [],
		},
		clock,
		...(standing.seal === '' ? {} : { seal: standing.seal }),
	};
}
