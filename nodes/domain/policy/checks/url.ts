import { z } from 'zod';
import { closedObject } from '../../schema/closedObject';
import { defineCheck } from './check';
import { trimmed } from '../trimmed';

const LONGEST = 2048;

const settingsSchema = closedObject({
	kind: z.literal('url'),
	/** The host must be one of these or below one of these. */
	hosts: z.array(z.string().min(1)).min(1).optional(),
});

/** A web address with http or https and a host that has a dot. */
export const urlCheck = defineCheck(settingsSchema, ({ hosts }) => {
	const allowed = hosts?.map((host) => host.trim().toLowerCase());
	const at = allowed === undefined ? '' : ` at ${allowed.join(' or ')}`;
	return {
		expected: `a web address${at}`,
		judge: (value) => {
			if (typeof value !== 'string') return 'is not a web address';
			const text = trimmed(value);
			if (allowed === undefined && isUsual(text)) return undefined;
			const host = hostOf(text);
			if (host === undefined) return 'is not a web address';
			if (allowed === undefined) return undefined;
			const belongs = allowed.some((name) => host === name || host.endsWith(`.${name}`));
			return belongs ? undefined : `is not${at}`;
		},
	};
});

/** What nearly all addresses look like; for them the URL parser is spared. */
const USUAL = /^https?:\/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,20}(?:[/?#][\w/?#&=.~+-]*)?$/;

const isUsual = (text: string): boolean => text.length <= LONGEST && USUAL.test(text);

function hostOf(text: string): string | undefined {
	if (text.length > LONGEST || !/^https?:\S+$/i.test(text) || !URL.canParse(text)) return undefined;
	const { hostname } = new URL(text);
	return hostname.includes('.') ? hostname : undefined;
}
