import { createHash } from 'node:crypto';
import { html, Markup } from '../../../nodes/domain/base/html';
import { untailored } from '../combinations/tailorPolicy';
import { CHANNELS, CRMS, PROJECT_TOOLS, SEAMS } from '../combinations/adapterLists';
import { WEEKDAYS } from './choices';
import { STYLE } from './style';

const digest = (text: string): string =>
	`'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** By hand, so that not one blank comes between the tag and what the digest was made of. */
const element = (name: 'script' | 'style', text: string): Markup =>
	new Markup(`<${name}>${text}</${name}>`);

const DAY_NAMES: Record<(typeof WEEKDAYS)[number], string> = {
	mon: 'Monday',
	tue: 'Tuesday',
	wed: 'Wednesday',
	thu: 'Thursday',
	fri: 'Friday',
	sat: 'Saturday',
	sun: 'Sunday',
};

interface Vendor {
	system: string;
	label: string;
}

const select = (name: string, label: string, vendors: readonly Vendor[]): Markup =>
	html`<label class="row"
		><span>${label}</span
		><select name="${name}">
			${vendors.map(({ system, label: shown }) => html`<option value="${system}">${shown}</option>`)}
		</select></label
	>`;

/** The page with the program in it: one file that loads nothing and needs no server. */
export function galleryPage(program: string): string {
	const policy = `default-src 'none'; script-src ${digest(program)}; style-src ${digest(STYLE)}; base-uri 'none'; form-action 'none'`;
	const page = html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width,initial-scale=1" />
				<meta http-equiv="Content-Security-Policy" content="${policy}" />
				<meta name="referrer" content="no-referrer" />
				<title>Handoff templates for n8n</title>
				${element('style', STYLE)}
			</head>
			<body>
				<main>
					<h1>A handoff flow for your tools</h1>
					<p class="lede">
						Choose what you work with. The flow is built here, in this page; nothing is sent
						anywhere. Paste it into n8n with the package n8n-nodes-handoff, and do what its yellow
						note says.
					</p>
					<noscript
						><p>
							This page builds the flow with a script. Without one, take a file from the folder
							beside it.
						</p></noscript
					>
					<div class="desk">
						${choicesForm()}
						<section aria-labelledby="name">
							<div class="sheet">
								<h2 id="name">The flow</h2>
								<div id="canvas" role="region" aria-label="Picture of the flow" tabindex="0"></div>
								<div class="actions">
									<button type="button" id="copy">Copy the workflow</button
									><button type="button" id="download" class="second">Download it</button>
								</div>
								<p id="status" role="status" aria-live="polite"></p>
								<details>
									<summary>The workflow as text</summary>
									<label for="code" class="hint"
										>Select all of it, copy it, and paste it on an empty canvas.</label
									><textarea id="code" readonly spellcheck="false"></textarea>
								</details>
							</div>
						</section>
					</div>
				</main>
				${element('script', program)}
			</body>
		</html> `;
	return page.text;
}

function choicesForm(): Markup {
	const first = CRMS[0];
	if (first === undefined) throw new Error('There is no CRM to choose.');
	const { timezone, days, opens, closes, hoursToAccept, hoursToFix } = untailored(first.policy);
	return html`<form aria-label="What the flow is made of">
		<fieldset>
			<legend>Teams and tools</legend>
			${select(
				'seam',
				'Between',
				SEAMS.map(({ id, label }) => ({ system: id, label })),
			)}
			${select('crm', 'It comes from', CRMS)} ${select('project', 'It goes to', PROJECT_TOOLS)}
			${select('channel', 'Channel', CHANNELS)}
		</fieldset>
		<fieldset>
			<legend>Required fields</legend>
			<p class="hint">A record without them goes back to the seller, with what is missing.</p>
			<div id="fields"></div>
		</fieldset>
		<fieldset>
			<legend>Working hours of both teams</legend>
			<label class="row"
				><span>Time zone</span
				><input name="timezone" value="${timezone}" autocomplete="off" spellcheck="false"
			/></label>
			<label class="row"
				><span>Opens</span><input type="time" name="opens" value="${opens}"
			/></label>
			<label class="row"
				><span>Closes</span><input type="time" name="closes" value="${closes}"
			/></label>
			<div class="days" role="group" aria-label="Working days">
				${WEEKDAYS.map((day) => html`<label><input type="checkbox" name="day" value="${day}" ${new Markup(days.includes(day) ? ' checked' : '')} /> ${DAY_NAMES[day]}</label>`)}
			</div>
		</fieldset>
		<fieldset>
			<legend>Deadlines</legend>
			<label class="row"
				><span>Hours to decide</span
				><input type="number" name="hours" min="0.25" step="0.25" value="${hoursToAccept}"
			/></label>
			<p class="hint">
				Working hours. Reminded at half of it and at its end; those responsible are told four hours
				later. Silence never accepts.
			</p>
			<label class="row"
				><span>Hours to fix</span
				><input type="number" name="fix" min="0" step="0.25" value="${hoursToFix}"
			/></label>
			<p class="hint">
				What the sender has for what is missing or came back; 0 for no such deadline. The flow
				“sla-sweep” beside this page reminds.
			</p>
		</fieldset>
	</form>`;
}
