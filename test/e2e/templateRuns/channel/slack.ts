import type { ChannelRole, Role } from '../roles';

export const slackChannel: Role<ChannelRole> = ({ slack }) => ({
	failNext: slack.failNext,
	clearFaults: slack.clearFaults,
	messages: () =>
		slack
			.messages()
			.map(({ to, text, blocks }) => ({ to, body: `${text}\n${JSON.stringify(blocks)}` })),
	placeOf: (email) => email,
	late: 'handoffs-late',
});
