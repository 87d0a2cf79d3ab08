import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { COMBINATIONS, OTHER_TEMPLATES } from '../builder/files/catalogue';
import { composeHandoff, fileNameOf } from '../builder/combinations/compose';
import { pickCombination } from '../builder/combinations/pickCombination';
import { workflowSchema, type Workflow } from './workflowShape';

const FOLDER = join(__dirname, '..');

export interface Template {
	/** By which it is known in the report and in n8n: `hubspot-to-clickup`. */
	name: string;
	workflow: Workflow;
}

/**
 * The template that a client names: a shipped one, `hubspot/asana/slack` for any other combination,
 * or the path of a workflow file.
 *
 * @throws HandoffProblem when there is no such template; it says which there are
 */
export function readTemplate(wanted: string): Template {
	const shipped = join(FOLDER, `${wanted}.json`);
	if (/^[\w-]+$/.test(wanted) && existsSync(shipped)) return fromFile(wanted, shipped);
	const [crm, project, channel, ...more] = wanted.split('/');
	if (crm && project && channel && more.length === 0 && !wanted.endsWith('.json')) {
		return fromBuilder(wanted, { crm, project, channel });
	}
	if (existsSync(wanted)) return fromFile(basename(wanted, '.json'), wanted);
	const names = [...COMBINATIONS.map(fileNameOf), ...OTHER_TEMPLATES.map(({ name }) => name)];
	throw new HandoffProblem(
		`There is no template “${wanted}”.`,
		`Name one of ${names.join(', ')}; write CRM/PROJECT/CHANNEL for any other combination; or give the path of a workflow file.`,
	);
}

function fromFile(name: string, path: string): Template {
	try {
		return { name, workflow: workflowSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) };
	} catch {
		throw new HandoffProblem(
			`${path} is not a workflow.`,
			'Give the path of a workflow file that was downloaded from n8n.',
		);
	}
}

function fromBuilder(
	wanted: string,
	picked: { crm: string; project: string; channel: string },
): Template {
	try {
		const composed = composeHandoff(pickCombination(picked));
		return { name: wanted.replaceAll('/', '-'), workflow: workflowSchema.parse(composed) };
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new HandoffProblem(`“${wanted}” cannot be built.`, why);
	}
}

/** What starts other flows is imported after them: their ids are known by then. */
export function orderOf({ workflow }: Template): number {
	const types = workflow.nodes.map(({ type }) => type);
	if (types.includes('n8n-nodes-base.errorTrigger')) return 0;
	const triggers = types.filter((type) => /(?<!manual)trigger$|\.webhook$/i.test(type));
	return triggers.every((type) => type === 'n8n-nodes-base.executeWorkflowTrigger') ? 1 : 2;
}
