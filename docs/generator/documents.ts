import type { TemplateFile } from '../../templates/builder/files/catalogue';
import { policyReference } from '../../templates/builder/policies/policyReference';
import { drawArchitecture } from './architecture';
import { readmeWithReleases } from './compatibility';
import { intakeDescription } from './intakeDescription';
import { ledgerGuide } from './ledgerTypes';

/** What of the documents is written from the code, relative to `templates/`. */
export const documentFiles = (): TemplateFile[] => [
	{ path: '../docs/policy.md', content: policyReference() },
	{ path: '../README.md', content: readmeWithReleases() },
	{ path: '../docs/ledger.md', content: ledgerGuide() },
	{
		path: '../docs/intake.openapi.json',
		content: `${JSON.stringify(intakeDescription(), null, '\t')}\n`,
	},
	{ path: '../docs/pictures/architecture.svg', content: drawArchitecture() },
];
