import type { TemplateFile } from '../../templates/build/catalogue';
import { policyReference } from '../../templates/build/policies/policyReference';
import { drawArchitecture } from './architecture';

/** What of `docs/` is written from the code, relative to `templates/`. */
export const documentFiles = (): TemplateFile[] => [
	{ path: '../docs/policy.md', content: policyReference() },
	{ path: '../docs/pictures/architecture.svg', content: drawArchitecture() },
];
