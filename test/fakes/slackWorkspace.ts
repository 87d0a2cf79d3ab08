export interface Person {
	/** Begins with U, as Slack's user ids do. */
	id: string;
	name: string;
	realName: string;
	email: string;
}

export interface Message {
	/** Id of the channel, or of the direct conversation. */
	channel: string;
	/** Name of the channel, or email of the person that it was sent to. */
	to: string;
	text: string;
	blocks: unknown[];
	/** Slack's own id of the message: when it was sent, in seconds. */
	ts: string;
}

export type SlackWorkspace = ReturnType<typeof createSlackWorkspace>;

/** The people, channels and messages of the Slack stand-in. */
export function createSlackWorkspace() {
	const channels = [{ id: 'C0HANDOFFS', name: 'handoffs' }];
	const people: Person[] = [];
	const messages: Message[] = [];
	return {
		channels,
		people,
		messages,
		/** Where a message for this id or name goes; undefined when there is no such place. */
		findTarget: (wanted: string): Pick<Message, 'channel' | 'to'> | undefined => {
			const name = wanted.replace(/^[#@]/, '');
			const channel = channels.find((one) => one.id === wanted || one.name === name);
			if (channel) return { channel: channel.id, to: channel.name };
			const person = people.find(
				(one) => one.id === wanted || directId(one) === wanted || one.name === name,
			);
			return person && { channel: directId(person), to: person.email };
		},
		keep: (message: Omit<Message, 'ts'>): Message => {
			const seconds = Math.floor(Date.now() / 1000);
			const ts = `${seconds}.${String(messages.length + 1).padStart(6, '0')}`;
			const kept = { ...message, ts };
			messages.push(kept);
			return kept;
		},
	};
}

/** Id of the direct conversation with a person. */
export function directId({ id }: Person): string {
	return `D${id.slice(1)}`;
}
