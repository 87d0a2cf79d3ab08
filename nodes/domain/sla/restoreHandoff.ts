import type { Handoff } from '../handoff/envelope';
import { ballHolder } from '../handoff/turns';
import type { Standing } from '../life/standing';
import type { TimedHandoff } from './handoffClock';
import type { RunningClock } from './runningClocks';

/** The envelope of a handoff as far as a clock and its message need it, out of the rows alone. */
export function restoreHandoff(running: RunningClock, standing: Standing): TimedHandoff {
	const { clock, kept, started } = running;
	const { policyId: id, policyVersion: version, policyDigest: digest } = started;
	return {
		schema: 1,
		id: started.handoffId,
		attempt: started.attempt,
		record: recordOf(running),
		...sidesOf(running),
		policy: { id, name: kept.policyName, version, digest },
		ballWith: ballHolder(standing.turns),
		turns: standing.turns,
		agreed: {
			acceptance: { checklist: [], returnReasons: [] },
			sla: { [clock.name]: kept.target },
			calendars: calendarsOf(running),
			packet: [],
			fields: [],
		},
		clock,
		...(standing.seal === '' ? {} : { seal: standing.seal }),
	};
}

const recordOf = ({ kept, started }: RunningClock): Handoff['record'] => ({
	system: started.recordSystem,
	type: started.recordType,
	id: started.recordId,
	title: kept.title,
	url: started.recordUrl,
});

function sidesOf({ clock, kept, started }: RunningClock): Pick<Handoff, 'sender' | 'receiver'> {
	const sender = { team: started.sendingTeam };
	const receiver = { team: started.receivingTeam, people: [] };
	if (clock.side !== 'sender') return { sender, receiver: { ...receiver, people: kept.people } };
	const [person] = kept.people;
	return { sender: { ...sender, ...person }, receiver };
}

function calendarsOf({ clock, kept }: RunningClock): Handoff['agreed']['calendars'] {
	const { calendar, otherCalendar } = kept;
	const [own, other] = clock.side === 'sender' ? ['sender', 'receiver'] : ['receiver', 'sender'];
	return {
		[own]: calendar,
		...(otherCalendar === undefined ? {} : { [other]: otherCalendar }),
	};
}
