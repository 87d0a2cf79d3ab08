import { buildWorkflow, chain } from '../nodes/workflow';
import { jsonItem } from '../nodes/coreNodes';
import { overviewOf, resultPage, rowsOfFile, uploadForm } from './operationsNodes';

const [FORM, ROWS, POLICY, CARD, SHOW] = [
	'Upload the list of fields',
	'One item for each field',
	'Make a policy of it',
	'Check and describe it',
	'Show the policy',
];
const at = (column: number) => ({ column, row: 3 });

const NUMBERS = ['min', 'max', 'minLength', 'maxLength'];

/** One requirement of a line of the list; an empty cell leaves the setting out. */
export const POLICY_OF_ROWS = `((rows) => ({ id: 'imported', name: 'Imported from a spreadsheet', version: '1', record: { type: 'deal', id: 'id', title: 'name', url: 'url' }, sender: { team: 'Sales' }, receiver: { team: 'Delivery' }, requirements: rows.filter((row) => String(row.field ?? '').trim() !== '').map((row) => { const set = (name) => String(row[name] ?? '').trim(); const kind = set('check') || 'present'; return { id: (set('label') || set('field')).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''), label: set('label') || set('field'), field: set('field'), check: { kind, ...Object.fromEntries(${JSON.stringify(NUMBERS)}.filter((name) => set(name) !== '').map((name) => [name, Number(set(name))])), ...(set('values') === '' ? {} : { values: set('values').split(/\\s*[;|]\\s*/) }) }, severity: /^(warning|optional|nice)/i.test(set('severity')) ? 'warning' : 'blocker', howToFix: set('howToFix') || 'Fill in ' + (set('label') || set('field')) + '.', ...(set('fixer') === '' ? {} : { fixer: set('fixer') }), ...(set('whenField') === '' ? {} : { when: { field: set('whenField'), equals: set('whenEquals') } }) }; }) }))($input.all().map((item) => item.json))`;

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
			{ ...jsonItem({ name: POLICY, at: at(1.9) }, `={{ ${POLICY_OF_ROWS} }}`), executeOnce: true },
			{
				name: CARD,
				at: at(3.2),
				type: 'n8n-nodes-handoff.readinessGate',
				typeVersion: 1,
				parameters: {
					operation: 'describePolicy',
					policyFrom: 'json',
					policy: '={{ JSON.stringify($json) }}',
				},
			},
			resultPage(
				{ name: SHOW, at: at(4.5) },
				`$json.html + '<h2>Policy, to be copied into the gate</h2><textarea rows="20" cols="80" readonly>' + JSON.stringify($('${POLICY}').first().json, null, 2).replaceAll('&', '&amp;').replaceAll('<', '&lt;') + '</textarea>'`,
			),
		],
		wires: chain(FORM, ROWS, POLICY, CARD, SHOW),
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
