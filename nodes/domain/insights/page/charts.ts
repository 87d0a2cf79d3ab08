import { html, type Markup } from '../../base/html';
import type { Rate } from '../rate';

/** One week of the line chart. */
export interface ChartWeek {
	label: string;
	first: Rate;
	back: Rate;
}

/** Most labels that stand side by side on a wide screen. */
const MOST_LABELS = 13;

const at = (value: number): string => String(Math.round(value * 100) / 100);

/** How far a share may be from the truth: a dot on a rail from 0 to 100 %, within its interval. */
export function drawReach({ share, low = 0, high = 1 }: Rate): Markup | undefined {
	if (share === undefined) return undefined;
	return html`<svg
		class="reach"
		viewBox="0 0 100 8"
		preserveAspectRatio="none"
		aria-hidden="true"
		focusable="false"
	>
		<path class="rail" d="M0 4H100" />
		<path class="span" d="M${at(low * 100)} 4H${at(high * 100)}" />
		<path class="dot" d="M${at(share * 100)} 4h0" />
	</svg>`;
}

/** A bar in a table's cell. `part` of it is set off. The figures stand beside it as text. */
export function drawBar(whole: number, part = 0): Markup {
	return html`<svg
		class="bar"
		viewBox="0 0 100 8"
		preserveAspectRatio="none"
		aria-hidden="true"
		focusable="false"
	>
		<rect class="whole" width="${at(whole * 100)}" height="8" />
		<rect class="part" width="${at(part * 100)}" height="8" />
	</svg>`;
}

/** Two shares by week as lines, the first with its interval as a band; a gap where n is too small. */
export function drawWeeks(weeks: readonly ChartWeek[]): Markup {
	const every = Math.ceil(weeks.length / MOST_LABELS);
	return html`<ul class="legend" aria-hidden="true">
			<li>${sample('first')}Accepted at the first attempt, with its 95 % interval</li>
			<li>${sample('back')}Returned</li>
		</ul>
		<div class="chart" aria-hidden="true">
			<div class="scale"><span>100 %</span><span>50 %</span><span>0 %</span></div>
			<div class="plot">
				<svg viewBox="0 0 100 100" preserveAspectRatio="none" focusable="false">
					<path class="grid" d="M0 0H100M0 50H100M0 100H100" />
					${drawBand(weeks)}
					<path class="back" d="${drawLine(weeks.map(({ back }) => back))}" />
					<path class="first" d="${drawLine(weeks.map(({ first }) => first))}" />
					<path class="back point" d="${drawPoints(weeks.map(({ back }) => back))}" />
					<path class="first point" d="${drawPoints(weeks.map(({ first }) => first))}" />
				</svg>
			</div>
			<ol class="ticks ${weeks.length > 6 && html`many`}">
				${weeks.map(({ label }, index) => html`<li>${index % every === 0 && label}</li>`)}
			</ol>
		</div>`;
}

const sample = (line: 'first' | 'back'): Markup =>
	html`<svg viewBox="0 0 30 10" focusable="false">
		<path class="${line}" d="M0 5H30" />
		<path class="${line} point" d="M15 5h0" />
	</svg>`;

const across = (index: number, count: number): number => ((index + 0.5) / count) * 100;

/** Neighbours are joined; a week without a share parts the line. */
function drawLine(rates: readonly Rate[]): string {
	let joined = false;
	return rates
		.map(({ share }, index) => {
			if (share === undefined) {
				joined = false;
				return '';
			}
			const step = `${joined ? 'L' : 'M'}${at(across(index, rates.length))} ${at(100 - share * 100)}`;
			joined = true;
			return step;
		})
		.join('');
}

const drawPoints = (rates: readonly Rate[]): string =>
	rates
		.map(({ share }, index) =>
			share === undefined ? '' : `M${at(across(index, rates.length))} ${at(100 - share * 100)}h0`,
		)
		.join('');

function drawBand(weeks: readonly ChartWeek[]): Markup[] {
	const runs: Array<Array<{ x: number; low: number; high: number }>> = [[]];
	weeks.forEach(({ first: { low, high } }, index) => {
		if (low === undefined || high === undefined) runs.push([]);
		else runs.at(-1)?.push({ x: across(index, weeks.length), low, high });
	});
	return runs
		.filter((run) => run.length > 1)
		.map((run) => {
			const upper = run.map(({ x, high }) => `${at(x)} ${at(100 - high * 100)}`);
			const lower = run.map(({ x, low }) => `${at(x)} ${at(100 - low * 100)}`).reverse();
			return html`<path class="band" d="M${[...upper, ...lower].join('L')}Z" />`;
		});
}
