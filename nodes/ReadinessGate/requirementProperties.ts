import type { INodeProperties } from 'n8n-workflow';
import { checkFields, checkNames } from './checkProperties';
import { whenProperties } from './whenProperties';
import { dataPath, text } from './rowFields';

const kinds: INodeProperties = {
	displayName: 'Must Be',
	name: 'kind',
	type: 'options',
	required: true,
	noDataExpression: true,
	options: checkNames,
	default: 'present',
	description: 'What the field must hold. Blanks and placeholders such as TBD never count.',
};

const guidance: INodeProperties[] = [
	{
		displayName: 'If Not',
		name: 'severity',
		type: 'options',
		options: [
			{ name: 'Block the Handoff', value: 'blocker' },
			{ name: 'Only Warn', value: 'warning' },
		],
		default: 'blocker',
	},
	text('Who Fixes It', 'fixer', {
		default: 'sender',
		description:
			'Either sender or receiver, or the name of somebody else. To send them the fix list, add their address under Other Fixers.',
	}),
	text('How to Fix It', 'howToFix', {
		typeOptions: { showEvenWhenOptional: true },
		placeholder: 'e.g. Enter the amount of the signed offer',
	}),
	text('Where to Fix It', 'fixUrl', {
		placeholder: 'e.g. https://crm.example.com/deals/{{id}}',
		description: 'A link; {{field}} stands for a field of the record',
	}),
	text('Message', 'message', {
		placeholder: 'e.g. Agree the kick-off with the customer first',
		description:
			'What people read when it is not met; our own sentence, in their language, when empty',
	}),
	text('Requirement ID', 'id', {
		placeholder: 'e.g. amount',
		description: 'Stays the same when the label changes; made from the label when empty',
	}),
];

/** One requirement of the form, as a collapsed row that reads as a sentence. */
export const requirements: INodeProperties = {
	displayName: 'Requirements',
	name: 'requirements',
	type: 'fixedCollection',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		hideOptionalFields: true,
		addOptionalFieldButtonText: 'Add Detail',
		fixedCollection: {
			itemTitle:
				'={{ ($collection.item.value.label || $collection.item.value.field || "This field") + " must be " + $collection.item.properties.find(p => p.name === "kind").options.find(o => o.value === $collection.item.value.kind)?.name.toLowerCase() }}',
		},
	},
	placeholder: 'Add Requirement',
	default: { requirement: [{ field: 'id', kind: 'present' }] },
	description: 'What must hold before the record may be handed over',
	options: [
		{
			displayName: 'Requirement',
			name: 'requirement',
			values: [
				{
					displayName: 'Field',
					name: 'field',
					...dataPath,
					required: true,
					description:
						'Drag the field in from the input panel, or write its path. emails[primary=true].value is the value of the entry that says it is the primary one.',
				},
				text('Label', 'label', {
					typeOptions: { showEvenWhenOptional: true },
					placeholder: 'e.g. Amount',
					description: 'What people read; made from the field when empty',
				}),
				kinds,
				...checkFields,
				text('Also Accepted', 'alsoAccepted', {
					placeholder: 'e.g. N/A, not needed',
					description:
						'Words that are an answer here though they are no such value, with commas between them',
				}),
				...whenProperties,
				...guidance,
			],
		},
	],
};
