/**
 * The same request on a connection of its own. n8n closes those that are idle, and all of them when
 * it ends: a request on a kept one may be on its way just then, and nobody would know what became
 * of it.
 */
export const onOwnConnection = (request: RequestInit = {}): RequestInit => {
	const headers = new Headers(request.headers);
	headers.set('connection', 'close');
	return { ...request, headers };
};
