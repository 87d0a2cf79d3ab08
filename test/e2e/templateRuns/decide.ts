import { openPage } from '../../scenario/decisionPage';

/** A person who decides on the page: whatever the policy asks, it is read off the page. */

const HIDDEN = /<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g;
const CHECKS = /name="(check\.[^"]+)"/g;
const FIELD = /name="(value\.[^"]+)"/;
const REASON = /name="reason\.([^"]+)"/;

/** Ticks every box of the checklist and accepts. */
export async function accept(link: string, name: string): Promise<number> {
	const page = await openPage(link);
	const ticked = [...page.matchAll(CHECKS)].map(([, box = '']) => [box, 'on']);
	return await send(link, page, [['decision', 'accept'], ['name', name], ...ticked]);
}

/** Returns it for the first reason on the page, in words of one's own. */
export async function giveBack(link: string, name: string, words: string): Promise<number> {
	const page = await openPage(link);
	const [, reason = ''] = REASON.exec(page) ?? [];
	return await send(link, page, [
		['decision', 'return'],
		['name', name],
		[`reason.${reason}`, 'on'],
		[`note.${reason}`, words],
	]);
}

/** Types something into the field of the gap with this label, and sends it. */
export async function fillIn(
	link: string,
	name: string,
	{ label, words }: { label: string; words: string },
): Promise<number> {
	const page = await openPage(link);
	const [, field = ''] = FIELD.exec(page.slice(page.indexOf(label))) ?? [];
	return await send(link, page, [
		['name', name],
		[field, words],
	]);
}

/** Sends the form of a page that was opened before, with what somebody typed. */
export const sendForm = (
	link: string,
	page: string,
	fields: Record<string, string>,
): Promise<number> => send(link, page, Object.entries(fields));

async function send(link: string, page: string, fields: string[][]): Promise<number> {
	const hidden = [...page.matchAll(HIDDEN)].map(([, name = '', value = '']) => [name, value]);
	const body = new URLSearchParams([...hidden, ...fields]);
	return (await fetch(link, { method: 'POST', body })).status;
}
