import { z } from 'zod';

/** The limits of Slack's Block Kit that a long message runs into first. */
const plain = (max: number) =>
	z.object({ type: z.literal('plain_text'), text: z.string().min(1).max(max) });
const anyText = (max: number) =>
	z.object({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string().min(1).max(max) });
const button = z.object({
	type: z.literal('button'),
	text: plain(75),
	url: z.string().max(3_000).optional(),
	value: z.string().max(2_000).optional(),
});
const block = z.discriminatedUnion('type', [
	z.object({ type: z.literal('header'), text: plain(150) }),
	z.object({
		type: z.literal('section'),
		text: anyText(3_000).optional(),
		fields: z.array(anyText(2_000)).max(10).optional(),
	}),
	z.object({ type: z.literal('actions'), elements: z.array(button).min(1).max(25) }),
	z.object({ type: z.literal('context'), elements: z.array(anyText(2_000)).min(1).max(10) }),
	z.object({ type: z.literal('divider') }),
]);
const blocks = z.array(block).max(50);

/** What Slack would refuse in these blocks, or undefined when it would take them. */
export function findBlockProblem(given: unknown[]): string | undefined {
	const read = blocks.safeParse(given);
	if (read.success) return undefined;
	const [issue] = read.error.issues;
	return `${issue?.message ?? 'invalid'} [json-pointer:/blocks/${issue?.path.join('/') ?? ''}]`;
}
