import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { defineCheck } from './check';
import { readable } from '../readable';
import { say } from '../../language/sentence';
import type { CheckForm } from './formField';

const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL = 64;
const LONGEST_LABEL = 63;
const LOCAL = /^[^\s@"(),:;<>[\\\]]+$/;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** What nearly all addresses look like: short, and without rare signs. */
const USUAL = /^[\w+-]+(?:\.[\w+-]+)*@[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/i;

const isUsual = (text: string): boolean => text.length <= LONGEST_LABEL && USUAL.test(text);

/**
 * One e-mail address that can be written to: without display name, with a domain that has a dot.
 * Length limits are those of RFC 5321, section 4.5.3.1.
 */
export function isEmailAddress(text: string): boolean {
	if (isUsual(text)) return true;
	const at = text.lastIndexOf('@');
	if (at < 1 || text.length > LONGEST_ADDRESS) return false;
	const local = text.slice(0, at);
	const labels = text.slice(at + 1).split('.');
	if (local.length > LONGEST_LOCAL || !LOCAL.test(local)) return false;
	if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
	return labels.length > 1 && labels.every((label) => LABEL.test(label));
}

const settingsSchema = closedObject({ kind: z.literal('email') }).describe('One e-mail address.');

const FORM: CheckForm = { name: 'An E-Mail Address', fields: [] };

export const emailCheck = defineCheck(settingsSchema, FORM, () => ({
	expected: say('expectedEmail'),
	judge: (value) =>
		typeof value === 'string' && (isUsual(value) || isEmailAddress(readable(value)))
			? undefined
			: say('shortfallNotEmail'),
}));
