import { placeholder } from '../combinations/adapters';

/** What all channels that send mail have in common. */

export const MAIL_SETTINGS = {
	handoffChannel: placeholder('E-mail address of the receiving team'),
	escalationChannel: placeholder('E-mail address for what is late'),
};

/** An expression for whom to write to, also when nobody knows the person's address. */
export const addressee = (email: string, instead: string): string =>
	`={{ ${email} || ${instead} }}`;
