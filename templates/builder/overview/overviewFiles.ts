import { COMBINATIONS, OTHER_TEMPLATES, type TemplateFile } from '../files/catalogue';
import { composeHandoff, fileNameOf } from '../combinations/compose';
import { drawCanvas } from '../canvas/drawCanvas';
import { describeTemplates } from './describeTemplates';

/** The table of all templates, and a picture of each, relative to `templates/`. */
export function overviewFiles(): TemplateFile[] {
	const templates = COMBINATIONS.map((combination) => ({
		combination,
		name: fileNameOf(combination),
		workflow: composeHandoff(combination),
	}));
	return [
		{ path: 'README.md', content: describeTemplates(templates, OTHER_TEMPLATES) },
		...templates.map(({ name, workflow }) => ({
			path: `pictures/${name}.svg`,
			content: drawCanvas(workflow),
		})),
		...OTHER_TEMPLATES.map(({ name, compose }) => ({
			path: `pictures/${name}.svg`,
			content: drawCanvas(compose()),
		})),
	];
}
