import type { Position, Sticky, TemplateNode } from '../nodes/workflow';

interface Placed {
	name: string;
	at: Position;
}

/** A form that takes a file; only those with the password reach it. */
export const uploadForm = (
	{ name, at }: Placed,
	{ title, description }: { title: string; description: string },
): TemplateNode => ({
	name,
	at,
	type: 'n8n-nodes-base.formTrigger',
	typeVersion: 2.2,
	webhookId: name.toLowerCase().replace(/[^a-z]+/g, '-'),
	parameters: {
		authentication: 'basicAuth',
		formTitle: title,
		formDescription: description,
		formFields: {
			values: [
				{
					fieldLabel: 'File',
					fieldType: 'file',
					multipleFiles: false,
					acceptFileTypes: '.csv, .xlsx, .ods',
					requiredField: true,
				},
			],
		},
		options: {},
	},
});

/** The rows of an uploaded file; the first line holds the names. */
export const rowsOfFile = ({ name, at }: Placed): TemplateNode => ({
	name,
	at,
	type: 'n8n-nodes-base.spreadsheetFile',
	typeVersion: 2,
	parameters: { operation: 'fromFile', binaryPropertyName: 'File', options: {} },
});

/** The last page of a form. */
export const resultPage = ({ name, at }: Placed, html: string): TemplateNode => ({
	name,
	at,
	type: 'n8n-nodes-base.form',
	typeVersion: 1,
	webhookId: name.toLowerCase().replace(/[^a-z]+/g, '-'),
	parameters: {
		operation: 'completion',
		respondWith: 'showText',
		responseText: `={{ ${html} }}`,
	},
});

/** The yellow note of a flow that stands in one line. */
export const overviewOf = (lines: string[], columns: number): Sticky => ({
	name: 'Overview',
	at: { column: -1, row: -0.9 },
	columns,
	rows: 2.8,
	color: 1,
	text: lines.join('\n'),
});
