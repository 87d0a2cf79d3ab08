import { KEYS, QUICKBOOKS_COMPANY } from './credentials';
import { createVendor, type Answer } from './vendor';

export interface Invoice {
	dealId: string;
	amount: number;
}

/** Stands in for QuickBooks Online with the invoices of one company, the newest first. */
export function createQuickbooks() {
	const invoices: Invoice[] = [];
	return {
		...createVendor({
			name: 'QuickBooks',
			hosts: ['quickbooks.api.intuit.com'],
			routes: {
				[`GET /v3/company/${QUICKBOOKS_COMPANY}/query`]: ({ query }) =>
					select(invoices, query.get('query') ?? ''),
			},
			authorize: ({ headers: { authorization } }) =>
				authorization === `Bearer ${KEYS.quickbooks}`
					? undefined
					: fault(401, 'AuthenticationFailed', '3200'),
			answerUnknown: () => fault(404, 'Resource Not Found', '610'),
			answerBusy: () => fault(429, 'ThrottleExceeded', '3001'),
			answerBroken: () => fault(500, 'An application error has occurred', '10000'),
		}),
		addInvoice: (invoice: Invoice): void => void invoices.unshift({ ...invoice }),
		/** Changes the amount of each invoice of a deal. */
		correctInvoices: (dealId: string, amount: number): void =>
			invoices.filter((one) => one.dealId === dealId).forEach((one) => (one.amount = amount)),
	};
}

const QUERY =
	/^SELECT (?:(COUNT\(\*\))|\*) FROM invoice(?: +MAXRESULTS (\d+) STARTPOSITION (\d+))?$/;

function select(invoices: readonly Invoice[], query: string): Answer {
	const [all, count, most = '100', first = '1'] = QUERY.exec(query) ?? [];
	if (all === undefined) return fault(400, 'QueryParserError', '4000');
	if (count !== undefined) return answer({ totalCount: invoices.length });
	const page = invoices.slice(Number(first) - 1, Number(first) - 1 + Number(most));
	// An empty page has no member for the invoices.
	if (page.length === 0) return answer({});
	const from = { startPosition: Number(first), maxResults: page.length };
	return answer({ Invoice: page.map(showInvoice), ...from });
}

const showInvoice = ({ dealId, amount }: Invoice, index: number) => ({
	Id: String(1001 + index),
	SyncToken: '0',
	DocNumber: String(2001 + index),
	TxnDate: '2026-03-02',
	CurrencyRef: { value: 'EUR', name: 'Euro' },
	CustomerRef: { value: '58', name: 'Harbour' },
	CustomField: [{ DefinitionId: '1', Name: 'Deal', Type: 'StringType', StringValue: dealId }],
	TotalAmt: amount,
	Balance: amount,
	domain: 'QBO',
	sparse: false,
});

const answer = (response: object): Answer => ({
	status: 200,
	body: { QueryResponse: response, time: '2026-03-02T01:00:00.000-08:00' },
});

const fault = (status: number, Message: string, code: string): Answer => ({
	status,
	body: { Fault: { Error: [{ Message, Detail: Message, code }], type: 'ValidationFault' } },
});
