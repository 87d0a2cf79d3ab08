import { slack } from './channel/slack';
import type { Combination } from './adapters';
import { composeHandoff, fileNameOf } from './compose';
import { hubspot } from './crm/hubspot';
import { clickup } from './project/clickup';
import { writeJson } from './workflow';

/** The combinations we ship. */
export const COMBINATIONS: Combination[] = [{ crm: hubspot, project: clickup, channel: slack }];

export interface TemplateFile {
	/** Relative to `templates/`. */
	path: string;
	content: string;
}

/** Every generated file of `templates/`, as it must be committed. */
export const templateFiles = (): TemplateFile[] =>
	COMBINATIONS.map((combination) => ({
		path: `${fileNameOf(combination)}.json`,
		content: writeJson(composeHandoff(combination)),
	}));
