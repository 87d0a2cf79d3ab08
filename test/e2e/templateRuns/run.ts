import { z } from 'zod';
import type { Flow } from '../../scenario/flow';
import type { Office } from '../../scenario/openOffice';
import { studioPolicy } from '../../scenario/studio';
import type { Combination } from '../../../templates/builder/combinations/adapters';
import { composeHandoff } from '../../../templates/builder/combinations/compose';
import { writeJson } from '../../../templates/builder/nodes/workflow';
import { castFor, type Cast } from './cast';

const clockSchema = z.object({ clock: z.string(), startedAt: z.string(), deadline: z.string() });

/** One template in the real n8n, with those who play its vendors. */
export interface Run extends Cast {
	flow: Flow;
	/** What people were told about a record, oldest first, to one place or to all. */
	told(title: string, to?: string): string[];
	/** The requests to decide about a record, oldest first. */
	asked(title: string): string[];
	/** The newest link for a record, to decide or to fill something in. */
	linkFor(title: string): string;
	tasksFor(title: string): Array<{ title: string; text: string; url: string }>;
	/** `1 handoff.accepted` and so on, in the order of writing. */
	stepsOf(recordId: string): Promise<string[]>;
	/** Minutes that the sender has by the clock that began last; none when none began. */
	minutesToFix(recordId: string): Promise<number | undefined>;
}

/** Installs a template the way an agency would, with the studio's people in its policy. */
export async function startRun(
	office: Office,
	combination: Combination,
	target?: Parameters<typeof studioPolicy>[0],
): Promise<Run> {
	const template = writeJson(composeHandoff(combination));
	return followRun(office, combination, await office.install(template, studioPolicy(target)));
}

/** What is seen of a flow that somebody has installed, whichever way. */
export function followRun(
	office: Pick<Office, 'standins' | 'n8n'>,
	combination: Combination,
	flow: Flow,
): Run {
	const cast = castFor(combination, office);
	const told = (title: string, to?: string) =>
		cast.channel
			.messages()
			.filter((message) => message.body.includes(title) && (to ?? message.to) === message.to)
			.map(({ body }) => body);
	return {
		...cast,
		flow,
		told,
		asked: (title) =>
			told(title).filter((body) => linksIn(body).length > 0 && !body.includes(FILL_IN)),
		linkFor: (title) => {
			const link = told(title).flatMap(linksIn).at(-1);
			if (link === undefined) throw new Error(`nobody was sent a link for “${title}”`);
			return link;
		},
		tasksFor: (wanted) => cast.project.tasks().filter(({ title }) => title.includes(wanted)),
		stepsOf: async (recordId) =>
			(await flow.ledgerOf(recordId)).map(({ type, attempt }) => `${attempt} ${type}`),
		minutesToFix: async (recordId) => {
			const rows = await flow.ledgerOf(recordId);
			const started = rows.filter(({ type }) => type === 'sla.started').at(-1);
			if (started === undefined) return undefined;
			const { clock, startedAt, deadline } = clockSchema.parse(JSON.parse(started.data));
			if (clock !== 'fix') return undefined;
			return (Date.parse(deadline) - Date.parse(startedAt)) / 60_000;
		},
	};
}

/** The decision links in a message, whatever it is written in. */
const linksIn = (body: string): string[] =>
	[
		...body
			.replaceAll('&amp;', '&')
			.matchAll(/https?:[^\s"'<>()\\|]*webhook-waiting[^\s"'<>()\\|]*/g),
	].map(([link]) => link);

/** The button of a request to fill something in, in whatever it is written. */
const FILL_IN = 'Fill it in';

/** Waits half a minute at most. */
export async function until(
	what: string,
	holds: () => boolean | Promise<boolean>,
	withinMs = 30_000,
): Promise<void> {
	const deadline = Date.now() + withinMs;
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Error(`${what} did not happen within ${withinMs} ms`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}
