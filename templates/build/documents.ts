import { policyReference } from './policies/policyReference';
import type { TemplateFile } from './catalogue';

/** Pages of `docs/` that are written from the code, relative to `templates/`. */
export const documentFiles = (): TemplateFile[] => [
	{ path: '../docs/policy.md', content: policyReference() },
];
