import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { defineCheck } from './check';
import { isUsualAddress } from '../../base/usualAddress';
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
			if (allowed === undefined && isUsualAddress(text)) return undefined;
			const host = hostOf(text);
			if (host === undefined) return 'is not a web address';
			if (allowed === undefined) return undefined;
			const belongs = allowed.some((name) => host === name || host.endsWith(`.${name}`));
			return belongs ? undefined : `is not${at}`;
		},
	};
});

function hostOf(text: string): string | undefined {
	if (text.length > LONGEST || !/^https?:\S+$/i.test(text) || !URL.canParse(text)) return undefined;
	const { hostname } = new URL(text);
	return hostname.includes('.') ? hostname : undefined;
}
