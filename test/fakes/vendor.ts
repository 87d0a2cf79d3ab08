import { setTimeout as sleep } from 'node:timers/promises';
import { planFaults, type Fault } from './faults';

export interface VendorRequest {
	method: string;
	path: string;
	/** Values of the `:names` in the route's path. */
	params: Record<string, string>;
	query: URLSearchParams;
	headers: Record<string, string | undefined>;
	/** The parsed JSON body, the fields of a form, or the text as it came. */
	body: unknown;
}

export interface Answer {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
}

/** `GET /deals/:id` with what answers it. */
export type Routes = Record<string, (request: VendorRequest) => Answer>;

export interface RecordedRequest {
	/** ISO instant. */
	at: string;
	vendor: string;
	method: string;
	path: string;
	query: Record<string, string>;
	/** Whether the request carried a key that the vendor accepts. */
	authorized: boolean;
	body: unknown;
	/** HTTP status of the answer, or the fault that cut the connection. */
	status: number | 'reset' | 'lostAnswer';
	response: unknown;
}

export interface VendorDefinition {
	name: string;
	/** Hosts of the vendor's API that this stand-in answers for, on port 443. */
	hosts: string[];
	routes: Routes;
	/** What a body says, where it comes encoded; faults are matched against it. */
	plainBody?(body: unknown): unknown;
	/** Undefined when the request may pass, otherwise the vendor's refusal. */
	authorize(request: VendorRequest): Answer | undefined;
	/** How this vendor says that a path does not exist, that it is busy, or that it is broken. */
	answerUnknown(request: VendorRequest): Answer;
	answerBusy(): Answer;
	answerBroken(): Answer;
}

export interface Vendor {
	name: string;
	hosts: string[];
	/** Answers a request as the vendor would; undefined means: cut the connection. */
	answer(request: VendorRequest): Promise<Answer | undefined>;
	/** Lets the next `count` requests fail; see {@link Fault}. */
	failNext(count: number, fault: Fault): void;
	/** Forgets the faults that were not used up. */
	clearFaults(): void;
	/** Every request so far, oldest first, or only those whose `METHOD /path` fits. */
	requests(match?: RegExp): RecordedRequest[];
	/** How many requests a fault holds up at this moment. */
	heldUp(): number;
}

const SLOW_MS = 3_000;

/** Makes a stand-in out of a vendor's routes: authentication, faults and the record of requests. */
export function createVendor(definition: VendorDefinition): Vendor {
	const faults = planFaults();
	const recorded: RecordedRequest[] = [];
	const plain = definition.plainBody ?? ((body: unknown) => body);
	const work = routeTo(definition);
	let heldUp = 0;
	return {
		name: definition.name,
		hosts: definition.hosts,
		failNext: (count, fault) => faults.failNext(count, fault),
		clearFaults: () => faults.clear(),
		requests: (match) =>
			recorded.filter(({ method, path }) => match?.test(`${method} ${path}`) ?? true),
		heldUp: () => heldUp,
		answer: async (request) => {
			const refusal = definition.authorize(request);
			const fault = faults.take({ ...request, body: plain(request.body) });
			heldUp += fault?.status === 'slow' ? 1 : 0;
			const answer = await meet(definition, fault, () => refusal ?? work(request));
			heldUp -= fault?.status === 'slow' ? 1 : 0;
			recorded.push({
				at: new Date().toISOString(),
				vendor: definition.name,
				method: request.method,
				path: request.path,
				query: Object.fromEntries(request.query),
				authorized: refusal === undefined,
				body: request.body,
				status: answer?.status ?? (fault?.status === 'lostAnswer' ? 'lostAnswer' : 'reset'),
				response: answer?.body,
			});
			return answer;
		},
	};
}

/** Answers with or without doing the work, as the fault wants it; undefined cuts the connection. */
async function meet(
	{ answerBusy, answerBroken }: VendorDefinition,
	fault: Fault | undefined,
	work: () => Answer,
): Promise<Answer | undefined> {
	switch (fault?.status) {
		case 'reset':
			return undefined;
		case 429:
			return answerBusy();
		case 500:
			return answerBroken();
		case 'lostAnswer':
			work();
			return undefined;
		case 'slow':
			// Whoever ends before that need not wait for it.
			await sleep(fault.delayMs ?? SLOW_MS, undefined, { ref: false });
			return work();
		case undefined:
			return work();
	}
}

function routeTo({ routes, answerUnknown }: VendorDefinition) {
	const find = compileRoutes(routes);
	return (request: VendorRequest): Answer => {
		const found = find(request.method, request.path);
		if (!found) return answerUnknown(request);
		return found.handle({ ...request, params: found.params });
	};
}

function compileRoutes(routes: Routes) {
	const compiled = Object.entries(routes).map(([route, handle]) => {
		const [method = '', path = ''] = route.split(' ');
		const pattern = path.replace(/[.]/g, '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)');
		return { method, pattern: new RegExp(`^${pattern}/?$`), handle };
	});
	return (method: string, path: string) => {
		for (const route of compiled) {
			const match = route.method === method ? route.pattern.exec(path) : null;
			if (match) return { handle: route.handle, params: { ...match.groups } };
		}
		return undefined;
	};
}
