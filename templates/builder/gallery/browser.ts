import { SEAMS } from '../combinations/adapterLists';
import { drawCanvas } from '../canvas/drawCanvas';
import { pickCombination, type Picked } from '../combinations/pickCombination';
import { requirementsOf, untailored } from '../combinations/tailorPolicy';
import { chosenWorkflow, whatIsWrong, type Choices } from './choices';

/** What runs in the page: reads the form, shows the workflow, hands it over. */

const find = <Kind extends Element>(selector: string, kind: new () => Kind): Kind => {
	const found = document.querySelector(selector);
	if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`);
	return found;
};

const form = find('form', HTMLFormElement);
const canvas = find('#canvas', HTMLElement);
const code = find('#code', HTMLTextAreaElement);
const status = find('#status', HTMLElement);
const fields = find('#fields', HTMLElement);
const buttons = [...document.querySelectorAll('button')];

const text = (data: FormData, name: string): string => String(data.get(name) ?? '');

function readPicked(): Picked {
	const data = new FormData(form);
	return { crm: text(data, 'crm'), project: text(data, 'project'), channel: text(data, 'channel') };
}

function readChoices(): Choices {
	const data = new FormData(form);
	return {
		...readPicked(),
		tailoring: {
			requirements: data.getAll('requirement').map(String),
			timezone: text(data, 'timezone').trim(),
			days: data.getAll('day').map(String),
			opens: text(data, 'opens'),
			closes: text(data, 'closes'),
			hoursToAccept: Number(text(data, 'hours')),
			hoursToFix: Number(text(data, 'fix')),
		},
	};
}

const choose = (name: string): HTMLSelectElement => find(`[name=${name}]`, HTMLSelectElement);

/** Each seam has its own tools, and hours that are usual there. */
function showSeam(): void {
	const seam = SEAMS.find(({ id }) => id === choose('seam').value);
	if (seam === undefined) return;
	offer(choose('crm'), seam.crms);
	offer(choose('project'), seam.projects);
	showHours();
	showFields();
}

function offer(
	select: HTMLSelectElement,
	vendors: ReadonlyArray<{ system: string; label: string }>,
): void {
	select.replaceChildren(...vendors.map(({ system, label }) => new Option(label, system)));
}

function showHours(): void {
	const usual = untailored(pickCombination(readPicked()).crm.policy);
	const { timezone, opens, closes, hoursToAccept, hoursToFix, days } = usual;
	const hours = { hours: String(hoursToAccept), fix: String(hoursToFix) };
	const values = { timezone, opens, closes, ...hours };
	for (const [name, value] of Object.entries(values)) {
		find(`[name=${name}]`, HTMLInputElement).value = value;
	}
	for (const box of form.querySelectorAll('input[name=day]')) {
		if (box instanceof HTMLInputElement) box.checked = days.includes(box.value);
	}
}

/** The required fields belong to the CRM; those that were switched off stay off. */
function showFields(): void {
	const off = new Set(
		[...fields.querySelectorAll('input')].filter((box) => !box.checked).map(({ value }) => value),
	);
	const { policy } = pickCombination(readPicked()).crm;
	const kept = new Set(untailored(policy).requirements);
	fields.replaceChildren(
		...requirementsOf(policy).map(({ id, label }) => {
			const box = document.createElement('input');
			Object.assign(box, { type: 'checkbox', name: 'requirement', value: id });
			box.checked = kept.has(id) && !off.has(id);
			const line = document.createElement('label');
			line.append(box, ` ${label}`);
			return line;
		}),
	);
}

function show(): void {
	const choices = readChoices();
	const wrong = whatIsWrong(choices);
	for (const button of buttons) button.disabled = wrong !== undefined;
	status.textContent = wrong ?? '';
	if (wrong !== undefined) return;
	const { text: json, name, workflow } = chosenWorkflow(choices);
	canvas.innerHTML = drawCanvas(workflow);
	code.value = json;
	find('#name', HTMLElement).textContent = name;
}

/** The clipboard may be closed to a file that was opened from disk; the selected text is not. */
async function copy(): Promise<void> {
	try {
		await navigator.clipboard.writeText(code.value);
		status.textContent = 'Copied. Click on an empty canvas in n8n and paste.';
	} catch {
		code.closest('details')?.setAttribute('open', '');
		code.select();
		status.textContent = 'Press Ctrl+C to copy what is selected, then paste it in n8n.';
	}
}

function download(): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([code.value], { type: 'application/json' }));
	link.download = chosenWorkflow(readChoices()).fileName;
	link.click();
	URL.revokeObjectURL(link.href);
	status.textContent = 'Downloaded. In n8n: ⋯ → Import from File.';
}

form.addEventListener('change', ({ target }) => {
	const changed = target instanceof HTMLSelectElement ? target.name : '';
	if (changed === 'seam') showSeam();
	if (changed === 'crm') showFields();
	show();
});
form.addEventListener('submit', (event) => event.preventDefault());
find('#copy', HTMLButtonElement).addEventListener('click', () => void copy());
find('#download', HTMLButtonElement).addEventListener('click', download);
showFields();
show();
