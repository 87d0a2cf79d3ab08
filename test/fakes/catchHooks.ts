import { createVendor, type Answer, type Routes, type Vendor } from './vendor';

/** A hook of Zapier and one of Make; whoever knows the address may post. */
export const ZAPIER_HOOK = 'https://hooks.zapier.com/hooks/catch/1234567/b9xyz12/';
export const MAKE_HOOK = 'https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyz123456';

export interface CatchHook extends Vendor {
	/** The bodies that were posted, oldest first. */
	caught(): unknown[];
}

/** Stands in for “Catch Hook” of Webhooks by Zapier. */
export const createZapier = (): CatchHook =>
	catchHook('Zapier', ZAPIER_HOOK, () => ({
		status: 200,
		body: { attempt: 'stand-in', id: 'stand-in', request_id: 'stand-in', status: 'success' },
	}));

/** Stands in for a custom webhook of Make, which answers with a word. */
export const createMake = (): CatchHook =>
	catchHook('Make', MAKE_HOOK, () => ({ status: 200, body: 'Accepted' }));

function catchHook(name: string, address: string, answer: () => Answer): CatchHook {
	const { host, pathname } = new URL(address);
	const routes: Routes = { [`POST ${pathname.replace(/\/$/, '')}`]: answer };
	const vendor = createVendor({
		name,
		hosts: [host],
		routes,
		authorize: () => undefined,
		answerUnknown: () => ({ status: 404, body: { status: 'error' } }),
		answerBusy: () => ({ status: 429, body: { status: 'error' } }),
		answerBroken: () => ({ status: 500, body: { status: 'error' } }),
	});
	return {
		...vendor,
		caught: () =>
			vendor
				.requests()
				.filter(({ status }) => status === 200)
				.map(({ body }) => body),
	};
}
