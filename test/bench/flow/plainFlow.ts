import { pickCombination } from '../../../templates/builder/combinations/pickCombination';
import { NAMES } from '../../../templates/builder/nodes/names';
import type { TemplateNode } from '../../../templates/builder/nodes/workflow';
import { chooseValues } from '../../scenario/chosenTemplate';
import { line, webhook } from '../../e2e/lineWorkflow';
import type { WorkflowJson } from '../../harness/workflows';

export const PLAIN_PATH = 'plain-flow';
const ANYWHERE = { column: 0, row: 0 };
const DEAL = `$('Find won deals').item.json`;

/**
 * What people build without us and without any promise, with the same vendors: a deal is won, the
 * team gets the link to a form in Slack, and when somebody has sent it, a task is made and its
 * address stands on the deal.
 */
export function plainFlow(): WorkflowJson {
	const { crm, project, channel } = pickCombination({
		crm: 'hubspot',
		project: 'clickup',
		channel: 'slack',
	});
	const named = (name: string) => ({ name, at: ANYWHERE });
	const nodes = [
		...crm.find(),
		...(crm.owner ?? []),
		channel.tellPlain(
			named(NAMES.tellPerson),
			`{{ ${DEAL}.properties.dealname }} was won: {{ $execution.resumeFormUrl }}`,
		),
		acceptForm,
		project.createTask(named(NAMES.createTask), {
			title: `{{ ${DEAL}.properties.dealname }}`,
			message: `{ markdown: ${DEAL}.properties.description }`,
		}),
		crm.writeLink(named(NAMES.writeLink), project.task.url),
	].map(asJson);
	const text = JSON.stringify(line(PLAIN_PATH, [webhook(PLAIN_PATH), ...nodes]));
	return chooseValues(
		text
			.replaceAll(`$('${NAMES.arrives}').first().json.handoff.record.id`, `${DEAL}.id`)
			.replaceAll(`$('${NAMES.settings}').first().json.escalationChannel`, `'#handoffs-late'`),
	);
}

/** n8n's own form, on which somebody says that the work is taken. */
const acceptForm: TemplateNode = {
	name: 'Do you take it?',
	at: ANYWHERE,
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: {
		resume: 'form',
		formTitle: 'Do you take it?',
		formFields: { values: [{ fieldLabel: 'Your name' }] },
		options: {},
	},
};

const asJson = ({ name, type, typeVersion, parameters }: Omit<TemplateNode, 'at'>) => ({
	...{ name, type, typeVersion, parameters },
});
