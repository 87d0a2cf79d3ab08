import type { ChannelRole, Role } from '../roles';

export const googleChatChannel: Role<ChannelRole> = ({ google }) => ({
	failNext: google.failNext,
	clearFaults: google.clearFaults,
	messages: () => google.chatMessages().map(({ space, text }) => ({ to: space, body: text })),
	placeOf: () => 'spaces/AAAAhandoff',
	late: 'spaces/AAAAlate',
});
