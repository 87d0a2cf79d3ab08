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
 * What people build without any agreement, with the same vendors: a deal is won, the team reads in
 * Slack that there is one, a task is made, and its address stands on the deal.
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
		channel.tellPlain(named(NAMES.tellPerson), `{{ ${DEAL}.properties.dealname }} was won.`),
		project.createTask(named(NAMES.createTask), {
			title: `{{ ${DEAL}.properties.dealname }}`,
			message: `{ markdown: ${DEAL}.properties.description }`,
		}),
		crm.writeLink(named(NAMES.writeLink), project.task.url),
	].map(asJson);
	const start = webhook(PLAIN_PATH);
	const answering = { ...start, parameters: { ...start.parameters, responseMode: 'lastNode' } };
	const text = JSON.stringify(line(PLAIN_PATH, [answering, ...nodes]));
	return chooseValues(
		text
			.replaceAll(`$('${NAMES.arrives}').first().json.handoff.record.id`, `${DEAL}.id`)
			.replaceAll(`$('${NAMES.settings}').first().json.escalationChannel`, `'#handoffs-late'`),
	);
}

const asJson = ({ name, type, typeVersion, parameters }: Omit<TemplateNode, 'at'>) => ({
	...{ name, type, typeVersion, parameters },
});
