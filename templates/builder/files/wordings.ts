import { WORDINGS } from '../../../nodes/domain/language/languages';
import type { TemplateFile } from './catalogue';
import { writeJson } from '../nodes/workflow';

/** The ready wordings of the decision page as files, to be copied and changed. */
export const wordingFiles = (): TemplateFile[] =>
	Object.entries(WORDINGS).map(([language, wording]) => ({
		path: `wordings/${language}.json`,
		content: writeJson(wording),
	}));
