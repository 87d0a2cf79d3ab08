import type { ChannelRole, Role } from '../roles';

export const discordChannel: Role<ChannelRole> = ({ discord }) => ({
	failNext: discord.failNext,
	clearFaults: discord.clearFaults,
	messages: () => discord.messages().map((body) => ({ to: 'the channel', body })),
	placeOf: () => 'the channel',
	late: 'the channel',
});
