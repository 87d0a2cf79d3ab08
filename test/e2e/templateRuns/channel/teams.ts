import type { ChannelRole, Role } from '../roles';

export const teamsChannel: Role<ChannelRole> = ({ microsoft }) => ({
	failNext: microsoft.failNext,
	clearFaults: microsoft.clearFaults,
	messages: () =>
		microsoft.messages().map(({ channel, content, cards }) => ({
			to: channel,
			body: [content, ...cards].join('\n'),
		})),
	placeOf: () => '19:handoffs@thread.tacv2',
	late: '19:late@thread.tacv2',
});
