import { createHash } from 'node:crypto';
import { html, Markup } from '../../base/html';
import type { Report } from '../report';
import { formatHeadline, formatPeriod } from '../describeReport';
import type { Suggestion } from '../suggestion';
import { writeAdvice } from './advice';
import { writeWhatChanged } from './changes';
import { writeFooter } from './footer';
import { writeOpen, writeSections } from './sections';
import { REPORT_STYLE } from './style';
import { writeTiles } from './tiles';

const POLICY = [
	"default-src 'none'",
	`style-src 'sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}'`,
	"base-uri 'none'",
	"form-action 'none'",
].join('; ');

interface PageTexts {
	title: string;
	suggestions: readonly Suggestion[];
}

/**
 * Writes the report as one HTML file: no script, nothing loaded from anywhere, every chart with its
 * figures in a table, light and dark, on a phone and on A4.
 */
export function writeReportPage(report: Report, { title, suggestions }: PageTexts): string {
	const headline = formatHeadline(report);
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="referrer" content="no-referrer" />
				<meta name="robots" content="noindex, nofollow" />
				<meta name="color-scheme" content="light dark" />
				<title>${title}: ${headline}</title>
				${new Markup(`<style>${REPORT_STYLE}</style>`)}
			</head>
			<body>
				${writeBody(report, { title, suggestions })}
			</body>
		</html> `.text;
}

const writeBody = (report: Report, { title, suggestions }: PageTexts): Markup =>
	html`<div class="page">
		<header>
			<p class="kicker">${title}</p>
			<h1>${formatHeadline(report)}</h1>
			<p class="lede">${formatPeriod(report)}</p>
		</header>
		<main>
			${writeTiles(report)} ${writeOpen(report)} ${writeAdvice(suggestions, report)}
			${writeWhatChanged(report)} ${writeSections(report)}
		</main>
		${writeFooter(report)}
	</div>`;
