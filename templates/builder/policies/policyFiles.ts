import { writeJson } from '../nodes/workflow';
import { buildPolicySchema } from './policySchema';
import { STARTER_POLICIES } from './starters';

export interface PolicyFile {
	/** Relative to `templates/`. */
	path: string;
	content: string;
}

/** Every generated file of `templates/policies/`, as it must be committed. */
export const policyFiles = (): PolicyFile[] => [
	{ path: 'policies/policy.schema.json', content: writeJson(buildPolicySchema()) },
	...STARTER_POLICIES.map(({ file, policy }) => ({
		path: `policies/${file}.json`,
		content: writeJson({ $schema: './policy.schema.json', ...policy }),
	})),
];
