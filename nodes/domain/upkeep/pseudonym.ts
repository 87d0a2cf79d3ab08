import { digestOf } from '../base/digest';

/** Somebody who is to be forgotten. */
export interface ForgottenPerson {
	email: string;
	/** Their name as rows may hold it; empty when only the address is known. */
	name: string;
	/** What stands for them from now on. */
	pseudonym: Pseudonym;
}

export interface Pseudonym {
	/** In place of the name. */
	name: string;
	/** In place of the address; nobody can be written to there. */
	email: string;
}

const LENGTH = 12;

/** The same address always gets the same pseudonym. Who knows the address can work it out again. */
export const pseudonymFor = (email: string): Pseudonym =>
	asPseudonym(`person-${digestOf(['forgotten', email.trim().toLowerCase()]).slice(0, LENGTH)}`);

/** @param name small letters, digits and hyphens */
export const asPseudonym = (name: string): Pseudonym => ({
	name,
	email: `${name}@forgotten.invalid`,
});
