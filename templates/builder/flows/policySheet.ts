import { buildWorkflow, chain } from '../nodes/workflow';
import { keepWhere } from '../nodes/coreNodes';
import { gateAlone } from '../nodes/gateAlone';
import { setFields } from '../nodes/setFields';
import { overviewOf, resultPage, rowsOfFile, uploadForm } from './operationsNodes';

const FORM = 'Upload the list of fields';
const ROWS = 'One item for each line';
const FILLED = 'Leave out empty lines';
const REQUIREMENT = 'One requirement of each line';
const LIST = 'All requirements';
const POLICY = 'Make a policy of it';
const CARD = 'Check and describe it';
const SHOW = 'Show the policy';
const at = (column: number) => ({ column, row: 3 });

const text = (column: string): string => `String($json.${column} ?? '').trim()`;
const LABEL = `(${text('label')} || ${text('field')})`;

/** One requirement of a line of the list; what the line does not say stays empty. */
const REQUIREMENT_FIELDS = [
	{
		name: 'id',
		value: `={{ ${LABEL}.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') }}`,
	},
	{ name: 'label', value: `={{ ${LABEL} }}` },
	{ name: 'field', value: `={{ ${text('field')} }}` },
	{ name: 'check.kind', value: `={{ ${text('check')} || 'present' }}` },
	...['min', 'max', 'minLength', 'maxLength'].map((limit) => ({
		name: `check.${limit}`,
		type: 'number' as const,
		value: `={{ ${text(limit)} || null }}`,
	})),
	{
		name: 'check.values',
		type: 'array' as const,
		value: `={{ ${text('values')} ? ${text('values')}.split(/\\s*[;|]\\s*/) : null }}`,
	},
	{
		name: 'severity',
		value: `={{ /^(warning|optional|nice)/i.test(${text('severity')}) ? 'warning' : 'blocker' }}`,
	},
	{ name: 'howToFix', value: `={{ ${text('howToFix')} || 'Fill in ' + ${LABEL} + '.' }}` },
	{ name: 'fixer', value: `={{ ${text('fixer')} || null }}` },
	{
		name: 'when',
		type: 'object' as const,
		value: `={{ ${text('whenField')} ? { field: ${text('whenField')}, equals: ${text('whenEquals')} } : null }}`,
	},
];

/** What is empty is left out, so that the policy says nothing of it. */
const POLICY_FIELDS = [
	{ name: 'id', value: 'imported' },
	{ name: 'name', value: 'Imported from a spreadsheet' },
	{ name: 'version', value: '1' },
	{
		name: 'record',
		type: 'object' as const,
		value: '{ "type": "deal", "id": "id", "title": "name", "url": "url" }',
	},
	{ name: 'sender.team', value: 'Sales' },
	{ name: 'receiver.team', value: 'Delivery' },
	{
		name: 'requirements',
		type: 'array' as const,
		value: '={{ JSON.stringify($json.requirements, (key, value) => value ?? undefined) }}',
	},
];

/** Turns the list of required fields that most teams keep in a spreadsheet into a policy. */
export const policySheet = (): Record<string, unknown> =>
	buildWorkflow({
		name: 'Turn a spreadsheet of required fields into a handoff policy',
		nodes: [
			uploadForm(
				{ name: FORM, at: at(-2 / 3) },
				{
					title: 'Required fields',
					description:
						'A spreadsheet or CSV file with the columns field, label, check, min, max, minLength, maxLength, values, severity, fixer, howToFix, whenField, whenEquals. Only field is needed.',
				},
			),
			rowsOfFile({ name: ROWS, at: at(0.6) }),
			keepWhere({ name: FILLED, at: at(1.7) }, `={{ ${text('field')} !== '' }}`),
			setFields({ name: REQUIREMENT, at: at(2.8) }, REQUIREMENT_FIELDS, { loose: true }),
			{
				name: LIST,
				at: at(3.9),
				type: 'n8n-nodes-base.aggregate',
				typeVersion: 1,
				parameters: {
					aggregate: 'aggregateAllItemData',
					destinationFieldName: 'requirements',
					options: {},
				},
			},
			setFields({ name: POLICY, at: at(5) }, POLICY_FIELDS),
			gateAlone(
				{ name: CARD, at: at(6.1) },
				{ operation: 'describePolicy', policy: '={{ JSON.stringify($json) }}' },
			),
			resultPage(
				{ name: SHOW, at: at(7.2) },
				`$json.html + '<h2>Policy for the gate</h2><textarea rows=20>' + JSON.stringify($('${POLICY}').first().json, null, 2).replaceAll('&', '&amp;').replaceAll('<', '&lt;') + '</textarea>'`,
			),
		],
		wires: chain(FORM, ROWS, FILLED, REQUIREMENT, LIST, POLICY, CARD, SHOW),
		stickies: [
			overviewOf(
				[
					'# Make a policy of a list of required fields',
					'### How it works',
					'Most teams keep their required fields in a spreadsheet. Upload it as it is, or as CSV: each line becomes one requirement, the gate reads the result as it would read any policy, and the page shows it as a card for both teams and as JSON to be copied into **Readiness Gate**. A mistake, such as a check that does not exist or a pattern that is not safe, is named with the line it comes from and how to mend it. `severity` may be `blocker` or `warning`; `values` are parted by `;`. A line with `whenField` and `whenEquals` only counts when that field has that value.',
					'### Setup',
					'1. **Basic Auth** for the form.',
					'2. **Publish**, and open the address of the form.',
					'3. In the policy, enter the people of the receiving team, the checklist and the hours.',
					'\nNeeds the community package `n8n-nodes-handoff` (self-hosted).',
				],
				6,
			),
		],
	});
