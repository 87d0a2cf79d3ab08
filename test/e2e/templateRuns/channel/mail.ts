import type { Mail } from '../../../fakes/mail';
import type { ChannelRole, Role } from '../roles';

const asMessage = ({ to, subject, body }: Mail) => ({ to, body: `${subject}\n${body}` });
const places = { placeOf: (email: string) => email, late: 'late@studio.example' };

export const gmailChannel: Role<ChannelRole> = ({ google }) => ({
	failNext: google.failNext,
	clearFaults: google.clearFaults,
	messages: () => google.mails().map(asMessage),
	...places,
});

export const smtpChannel: Role<ChannelRole> = ({ smtp }) => ({
	failNext: smtp.failNext,
	clearFaults: smtp.clearFaults,
	messages: () => smtp.mails().map(asMessage),
	...places,
});
