import { formatCounts, formatShare } from '../formatFigures';
import type { Report } from '../report';
import type { ComparedFigure } from './compareFigure';

/** A headline figure in the period before; empty where the report has none. */
export function formatBefore(
	{ before }: Pick<Report, 'before'>,
	name: ComparedFigure['figure'],
): string {
	const compared = before?.figures.find(({ figure }) => figure === name);
	if (compared === undefined) return '';
	const rate = `${formatShare(compared.before)} (${formatCounts(compared.before)})`;
	if (compared.turned === undefined) return `${rate} in the period before`;
	return compared.turned === 'better'
		? `${rate} in the period before: better now, hardly by chance`
		: `${rate} in the period before: worse now, hardly by chance`;
}
