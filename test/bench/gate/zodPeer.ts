import { z } from 'zod';
import { EARLIEST_KICKOFF, SAYS_SOMETHING, type Deal } from './deals';
import { findingsOf, type PeerFinding } from './peer';

const filled = z.string().regex(SAYS_SOMETHING);
const longText = z.string().min(20);

const deal = z.object({
	properties: z
		.object({
			name: filled,
			region: filled,
			industry: filled,
			description: longText,
			goals: longText,
			scope: longText,
			contract: z.string().regex(/^C-\d{6}$/),
			clientPhone: z.string().regex(/^\+\d{8,14}$/),
			amount: z.number().min(1),
			seats: z.int().min(1).max(1000),
			currency: z.enum(['EUR', 'USD', 'GBP']),
			stage: z.enum(['closedwon', 'contractsent']),
			service: z.enum(['project', 'retainer']),
			ownerEmail: z.email(),
			clientEmail: z.email(),
			website: z.url(),
			kickoff: z.iso.date().refine((day) => day >= EARLIEST_KICKOFF),
			signed: z.literal(true),
			purchaseOrder: z.unknown(),
			billingDay: z.unknown(),
		})
		.refine(
			({ amount, purchaseOrder }) =>
				!(amount >= 10000) ||
				(typeof purchaseOrder === 'string' && /^PO-\d{4}$/.test(purchaseOrder)),
			{ path: ['purchaseOrder'], when: () => true },
		)
		.refine(({ service, billingDay }) => service !== 'retainer' || billingDaySchema(billingDay), {
			path: ['billingDay'],
			when: () => true,
		}),
});

const billingDaySchema = (day: unknown): boolean =>
	typeof day === 'number' && Number.isInteger(day) && day >= 1 && day <= 28;

/** zod 4, and for each requirement that it finds unmet, the label and the hint. */
export function judgeByZod(given: Deal): PeerFinding[] {
	const parsed = deal.safeParse(given);
	if (parsed.success) return [];
	return findingsOf(
		parsed.error.issues.map(({ path, message }) => ({
			id: String(path[1]),
			shortfall: message,
		})),
	);
}
