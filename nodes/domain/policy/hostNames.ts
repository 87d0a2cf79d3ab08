import { z } from 'zod';

const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
const LONGEST = 2048;

/** What people write around a host; none of it is a part of the host. */
const SCHEME = /^(?:https?:)?\/\//i;
const STAR = /^\*?\./;
const PORT = /:\d{1,5}$/;

/** A host as a policy names it, read also with `https://`, a port or `*.` in front. */
export const hostSchema = z
	.string()
	.trim()
	.min(1)
	.max(LONGEST)
	.transform((written, context) => {
		const host = written
			.replace(SCHEME, '')
			.replace(/\/$/, '')
			.replace(STAR, '')
			.replace(PORT, '')
			.toLowerCase();
		if (HOST.test(host)) return host;
		const message = `“${written}” is not a host`;
		const remedy = host.includes('/')
			? 'Name the host only, such as drive.example.com; for a certain path use the check “text” with a pattern.'
			: 'Write it as drive.example.com; what lies below it counts too.';
		context.addIssue({ code: 'custom', message, params: { remedy } });
		return z.NEVER;
	});

/** Endings of files, which a text without https:// may have as well. */
const FILE = /\.(?:csv|docx?|gif|jpe?g|pdf|png|pptx?|txt|xlsx?|zip)$/i;

/**
 * The host of a web address.
 *
 * @param schemeNeeded whether an address counts only with http:// or https:// in front
 * @returns undefined when the text is no web address with a host that has a dot
 */
export function hostOf(text: string, schemeNeeded: boolean): string | undefined {
	if (text.length > LONGEST || !text.includes('.') || /\s/.test(text)) return undefined;
	if (/^https?:/i.test(text)) return hostWithDot(text);
	if (schemeNeeded) return undefined;
	const [start = ''] = text.split(/[/?#]/, 1);
	const bare = start.replace(PORT, '');
	if (!HOST.test(bare) || FILE.test(bare) || !/\.(?:\p{L}{2,63}|xn--[a-z\d-]+)$/iu.test(bare))
		return undefined;
	return hostWithDot(`https://${text}`);
}

function hostWithDot(address: string): string | undefined {
	if (!URL.canParse(address)) return undefined;
	const { hostname } = new URL(address);
	return hostname.includes('.') ? hostname : undefined;
}
