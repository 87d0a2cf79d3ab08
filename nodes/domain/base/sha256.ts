import { createHash, hash } from 'node:crypto';

/** SHA-256 of a text, as 64 hexadecimal digits. Node has the faster way from 20.12 on. */
export const sha256: (text: string) => string =
	typeof hash === 'function'
		? (text) => hash('sha256', text, 'hex')
		: (text) => createHash('sha256').update(text).digest('hex');
