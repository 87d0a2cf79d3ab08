import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** How we know who decided, from least to most. */
export const proofSchema = z.enum([
	'signedLink',
	'signedLinkAndName',
	'signedLinkNameAndPassword',
	'signedLinkNameAndCode',
	'signedLinkNamePasswordAndCode',
]);
export type Proof = z.infer<typeof proofSchema>;

/** A person as far as we know them: the name they typed, the address their link was made for. */
export const decidedBySchema = z.object({
	name: z.string(),
	email: z.string(),
	proof: proofSchema,
});
export type DecidedBy = z.infer<typeof decidedBySchema>;

/** A password as it is kept: what it was cannot be read from it. */
export const passwordHashSchema = z.object({ salt: z.string(), hash: z.string() });
export type PasswordHash = z.infer<typeof passwordHashSchema>;

const KEY_BYTES = 32;
const hashOf = (password: string, salt: string): Buffer =>
	scryptSync(password.normalize('NFKC'), salt, KEY_BYTES);

/** Salts and hashes a password with scrypt, so that each guess costs time. */
export function hashPassword(password: string): PasswordHash {
	const salt = randomBytes(16).toString('hex');
	return { salt, hash: hashOf(password, salt).toString('hex') };
}

/** Whether this is the password; takes the same time however much of it is right. */
export function passwordMatches(typed: string, { salt, hash }: PasswordHash): boolean {
	const kept = Buffer.from(hash, 'hex');
	const given = hashOf(typed, salt);
	return kept.length === given.length && timingSafeEqual(kept, given);
}

/** Without the signs that are read for one another. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 10;

/**
 * The code of one receiver, such as `7KQ2M-X9PLA`, out of a text that only this n8n can make. Wrong
 * guesses cannot be counted while a request waits, so the code is long: 50 bits.
 */
export function makeCode(secret: string): string {
	const bytes = [...createHash('sha256').update(secret).digest().subarray(0, CODE_LENGTH)];
	const signs = bytes.map((byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
	return `${signs.slice(0, CODE_LENGTH / 2)}-${signs.slice(CODE_LENGTH / 2)}`;
}

/** Whether this is the code, written with or without its dash, in either case. */
export function codeMatches(typed: string, code: string): boolean {
	const bare = (text: string) =>
		createHash('sha256').update(text.toUpperCase().replace(/[\s-]/g, ''));
	return timingSafeEqual(bare(typed).digest(), bare(code).digest());
}

/** What the person had to show besides the signed link and a name. */
export const proofBy = ({ password, code }: { password: boolean; code: boolean }): Proof => {
	if (password) return code ? 'signedLinkNamePasswordAndCode' : 'signedLinkNameAndPassword';
	return code ? 'signedLinkNameAndCode' : 'signedLinkAndName';
};
