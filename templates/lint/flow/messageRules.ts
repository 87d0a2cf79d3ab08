import type { WorkflowNode } from '../file/workflowFile';
import type { Subject } from '../nodes/subject';
import { remark, type Remark } from '../remark';
import type { Connection } from '../file/connections';

const CHANNELS = new RegExp(
	`^n8n-nodes-base\\.(${[
		'slack emailSend gmail microsoftTeams microsoftOutlook discord googleChat telegram',
		'mattermost rocketchat twilio whatsApp matrix zulip ciscoWebex sendGrid mailgun mailjet',
		'awsSes pushover pushbullet line sms77 vonage messageBird gotify mandrill',
	]
		.join(' ')
		.replaceAll(' ', '|')})$`,
);
const SENDS = /^(post|send|reply|create)$/i;
const MESSAGES = /message|mail|sms|chat/i;
const NOTE = /^(note|comment|dealComment)$/;
const NOTES_ADDRESS = /\/(notes|comments)\b/;

/** Messages and notes go on when they cannot be delivered, and an error output leads somewhere. */
export const lintFailures = (subject: Subject, connections: readonly Connection[]): Remark[] => [
	...(tells(subject) && stops(subject.node) ? [stoppingMessage(subject.node)] : []),
	...lintErrorOutput(subject, connections),
];

/** Whether the flow ends when this node fails. */
export const stops = ({ onError, continueOnFail }: WorkflowNode): boolean =>
	continueOnFail !== true && (onError === undefined || onError === 'stopWorkflow');

function tells({ node, effective }: Subject): boolean {
	const { resource, operation, method, url } = effective;
	const word = (value: unknown): string => (typeof value === 'string' ? value : '');
	if (CHANNELS.test(node.type)) {
		const isMessage = resource === undefined || MESSAGES.test(word(resource));
		return isMessage && (operation === undefined || SENDS.test(word(operation)));
	}
	if (node.type === 'n8n-nodes-base.httpRequest') {
		return method === 'POST' && NOTES_ADDRESS.test(word(url));
	}
	return (
		(NOTE.test(word(resource)) && SENDS.test(word(operation))) ||
		/^add(Note|Comment)$/.test(word(operation))
	);
}

const stoppingMessage = ({ name }: WorkflowNode): Remark =>
	remark('stopping-message', {
		node: name,
		at: 'onError',
		message: 'A message or note that cannot be delivered stops the whole flow.',
		remedy: 'Settings of the node → On Error → Continue.',
	});

/** The error output is the last one, after those of the node itself. */
function lintErrorOutput(
	{ node, description }: Subject,
	connections: readonly Connection[],
): Remark[] {
	if (node.onError !== 'continueErrorOutput' || !Array.isArray(description.outputs)) return [];
	const last = description.outputs.length;
	if (connections.some(({ from, output }) => from === node.name && output === last)) return [];
	return [
		remark('lost-error', {
			node: node.name,
			at: 'onError',
			message: 'Errors leave by an output that leads nowhere: nobody hears of them.',
			remedy: 'Connect the error output, or let the node stop the flow.',
		}),
	];
}
