import type { INodeProperties } from 'n8n-workflow';

/** A field whose value is a path, dragged in from the input panel. */
export const dataPath: Pick<
	INodeProperties,
	'type' | 'requiresDataPath' | 'default' | 'placeholder'
> = {
	type: 'string',
	requiresDataPath: 'single',
	default: '',
	placeholder: 'e.g. properties.amount',
};

/** A text field of a row. */
export const text = (displayName: string, name: string, more: Partial<INodeProperties>) => ({
	displayName,
	name,
	type: 'string' as const,
	default: '',
	...more,
});
