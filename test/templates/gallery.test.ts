import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import type { Picked } from '../../templates/builder/combinations/pickCombination';
import { pickCombination } from '../../templates/builder/combinations/pickCombination';
import { galleryFiles } from '../../templates/builder/gallery/gallery';
import { chosenWorkflow, whatIsWrong, type Choices } from '../../templates/builder/gallery/choices';
import { composeHandoff } from '../../templates/builder/combinations/compose';
import { tailorPolicy, untailored } from '../../templates/builder/combinations/tailorPolicy';
import { CHANNELS, SEAMS } from '../../templates/builder/combinations/adapterLists';
import { writeJson } from '../../templates/builder/nodes/workflow';
import { readWorkflow } from '../../templates/lint/file/workflowFile';

const TEMPLATES = resolve(__dirname, '../../templates');
const HUBSPOT = { crm: 'hubspot', project: 'clickup', channel: 'slack' };
const MATRIX: Picked[] = SEAMS.flatMap(({ crms, projects }) =>
	crms.flatMap((crm) =>
		projects.flatMap((project) =>
			CHANNELS.map((channel) => ({
				crm: crm.system,
				project: project.system,
				channel: channel.system,
			})),
		),
	),
);

const choices = (tailored: Partial<Choices['tailoring']> = {}): Choices => ({
	...HUBSPOT,
	tailoring: { ...untailored(pickCombination(HUBSPOT).crm.policy), ...tailored },
});

/** The policy that stands in the gate of a workflow. */
const policyIn = (text: string) => {
	const gate = readWorkflow(JSON.parse(text)).file?.nodes.find(({ type }) =>
		type.endsWith('.readinessGate'),
	);
	return parsePolicy(JSON.parse(String(gate?.parameters.policy)));
};

describe('the gallery page', () => {
	it.each(galleryFiles())('$path is what the builder writes', ({ path, content }) => {
		expect(readFileSync(join(TEMPLATES, path), 'utf8')).toBe(content);
	});

	it('names no address that a browser would load', () => {
		const [page] = galleryFiles();

		const content = page?.content ?? '';
		expect(/<(script|link|img|iframe)[^>]+(src|href)=/.test(content)).toBe(false);
		expect(content.includes('content="default-src &#39;none&#39;;')).toBe(true);
	});
});

describe('a workflow from the gallery', () => {
	it('is the shipped one as long as nothing is changed', () => {
		const shipped = writeJson(composeHandoff(pickCombination(HUBSPOT)));

		expect(JSON.parse(chosenWorkflow(choices()).text)).toEqual(JSON.parse(shipped));
	});

	it('asks only for the fields that were kept, in the hours that were set', () => {
		const { text } = chosenWorkflow(
			choices({
				requirements: ['budget', 'scope'],
				timezone: 'America/New_York',
				days: ['mon', 'sat'],
				opens: '08:30',
				closes: '12:00',
				hoursToAccept: 2.5,
				hoursToFix: 6,
			}),
		);

		const policy = policyIn(text);
		expect(policy.requirements.map(({ id }) => id)).toEqual(['budget', 'scope']);
		for (const team of ['sender', 'receiver']) {
			expect(policy.calendars[team]).toMatchObject({
				timezone: 'America/New_York',
				weekly: { mon: [['08:30', '12:00']], sat: [['08:30', '12:00']] },
			});
		}
		expect(policy.sla.accept?.minutes).toBe(150);
		expect(policy.sla.fix?.minutes).toBe(360);
	});

	it('lets nobody count the time of the sender when that is 0, and keeps the rest', () => {
		const { sla } = policyIn(chosenWorkflow(choices({ hoursToFix: 0 })).text);

		expect(sla.fix).toBeUndefined();
		expect(sla.accept?.minutes).toBe(480);
	});

	it('gives the sender a time, a reminder and hours where the policy had none', () => {
		const { crm } = pickCombination(HUBSPOT);
		const { sla, calendars, ...rest } = crm.policy;
		const bare = {
			...rest,
			sla: { accept: Object(sla).accept },
			calendars: { receiver: Object(calendars).receiver },
		};
		const usual = untailored(bare);

		expect(usual.hoursToFix).toBe(0);
		expect(tailorPolicy(bare, usual)).toEqual(bare);
		expect(parsePolicy(tailorPolicy(bare, { ...usual, hoursToFix: 8 }))).toMatchObject({
			sla: { fix: { minutes: 480, milestones: [50, 100] } },
			calendars: { sender: { timezone: usual.timezone } },
		});
	});

	it.each(MATRIX)('of $crm, $project and $channel has a policy that the gate takes', (picked) => {
		const { policy } = pickCombination(picked).crm;
		const { text } = chosenWorkflow({ ...picked, tailoring: untailored(policy) });

		expect(policyIn(text).requirements.length).toBeGreaterThan(0);
	});

	it.each<[string, Partial<Choices['tailoring']>, string]>([
		['no field is required', { requirements: [] }, 'Keep at least one'],
		['no day is worked', { days: [] }, 'at least one working day'],
		['the deadline is nothing', { hoursToAccept: 0 }, 'how many hours'],
		['the deadline is no number', { hoursToAccept: Number.NaN }, 'how many hours'],
		['the time to mend is less than nothing', { hoursToFix: -1 }, 'or 0 for no such deadline'],
		['the time to mend is no number', { hoursToFix: Number.NaN }, 'or 0 for no such'],
		['the zone does not exist', { timezone: 'Berlin' }, 'Use an IANA name such as Europe/Berlin'],
		['the zone means several places', { timezone: 'BST' }, 'Europe/London or Asia/Dhaka'],
		['the day closes before it opens', { opens: '17:00', closes: '09:00' }, 'must close after'],
	])('is not built when %s', (_, tailored, remedy) => {
		expect(whatIsWrong(choices(tailored))).toContain(remedy);
	});

	it('goes only where its seam leads: a lead becomes no card on a board', () => {
		const lead = { ...HUBSPOT, crm: 'hubspot-leads' };

		expect(() => pickCombination({ ...lead, project: 'trello' })).toThrow(
			'Choose one of: hubspot-deals.',
		);
		expect(pickCombination({ ...lead, project: 'hubspot-deals' }).crm.recordName).toBe('lead');
	});

	it('is built of what there is: a name that nobody has is answered with those there are', () => {
		expect(() => pickCombination({ ...HUBSPOT, project: 'clickupp' })).toThrow(
			/no project “clickupp”. Choose one of: clickup, /,
		);
	});
});
