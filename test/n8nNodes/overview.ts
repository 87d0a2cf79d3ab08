import { copyOf, nodeIn } from '../templates/plant';

const CHOICE = /^\d+\. Choose in (.+?): (.+)\.$/gm;

/** What the set-up of the overview note tells to choose, each as `node: what`. */
export function choicesInOverview(name: string): string[] {
	const { content } = nodeIn(copyOf(name), 'Overview').parameters;
	return [...String(content).matchAll(CHOICE)].flatMap(([, nodes = '', what = '']) =>
		[...nodes.matchAll(/\*\*(.+?)\*\*/g)].flatMap(([, node]) =>
			what.split(', ').map((choice) => `${node}: ${choice}`),
		),
	);
}
