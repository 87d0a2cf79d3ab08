export interface Fault {
	/**
	 * `429` and `500` are answered in the vendor's own words, `slow` answers late, `reset` cuts the
	 * connection before the work is done, `lostAnswer` does the work and cuts the connection then.
	 */
	status: 429 | 500 | 'slow' | 'reset' | 'lostAnswer';
	/** Only requests whose `METHOD /path` fits; all when not given. */
	match?: RegExp;
	/** Only requests in whose query or body, as JSON text, this occurs. */
	about?: RegExp;
	/** How late `slow` is, in milliseconds. */
	delayMs?: number;
}

interface FaultyRequest {
	method: string;
	path: string;
	query: URLSearchParams;
	body: unknown;
}

export interface FaultPlan {
	/** Lets the next `count` requests that fit fail in this way. */
	failNext(count: number, fault: Fault): void;
	/** The fault that this request meets, which counts it as used. */
	take(request: FaultyRequest): Fault | undefined;
	clear(): void;
}

/** Keeps which of the coming requests have to fail, and how. */
export function planFaults(): FaultPlan {
	let planned: Array<{ left: number; fault: Fault }> = [];
	return {
		failNext: (count, fault) => {
			planned.push({ left: count, fault });
		},
		take: (request) => {
			const next = planned.find(({ fault }) => meets(request, fault));
			if (!next) return undefined;
			next.left -= 1;
			planned = planned.filter(({ left }) => left > 0);
			return next.fault;
		},
		clear: () => {
			planned = [];
		},
	};
}

const meets = ({ method, path, query, body }: FaultyRequest, fault: Fault): boolean =>
	(fault.match?.test(`${method} ${path}`) ?? true) &&
	(fault.about?.test(JSON.stringify([...query, body])) ?? true);
