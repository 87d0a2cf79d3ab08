import type { MessageDocument } from '../message/document';
import type { LedgerCheck } from './verifyLedger';

const MOST_LISTED = 20;

const BEFORE_SEALING =
	'Rows that were written before sealing began are no fault once Sealed From says when that was.';

/** What the seals of a ledger say, as a message for any channel. */
export function describeLedgerCheck(check: LedgerCheck): MessageDocument {
	const { rows, sealed, unsealed, duplicates, findings } = check;
	const more = findings.length - MOST_LISTED;
	return {
		kind: 'alert',
		to: [],
		subject: formatResult(check),
		blocks: [
			{
				kind: 'facts',
				facts: [
					{ label: 'Rows', value: String(rows) },
					{ label: 'Sealed', value: String(sealed) },
					{ label: 'Without a seal', value: String(unsealed) },
					...(duplicates > 0 ? [{ label: 'There twice', value: String(duplicates) }] : []),
				],
			},
			{
				kind: 'list',
				entries: findings.slice(0, MOST_LISTED).map(({ handoffId, row, type, at, meaning }) => ({
					text: `Handoff ${handoffId || '(none)'}: row ${row} (${type || 'no type'}) ${meaning}`,
					details: at === '' ? [] : [`Written ${at}`],
				})),
			},
			...(more > 0 ? [paragraph(`And ${more} more handoffs.`)] : []),
			...(findings.some(({ kind }) => kind === 'unsealed') ? [paragraph(BEFORE_SEALING)] : []),
		],
	};
}

const paragraph = (text: string): { kind: 'paragraph'; text: string } => ({
	kind: 'paragraph',
	text,
});

function formatResult({ intact, sealed, unsealed, handoffs, findings }: LedgerCheck): string {
	if (intact && unsealed > 0) {
		return `${sealed} sealed rows hold; nothing vouches for ${unsealed} from before sealing began`;
	}
	if (intact) return `The ledger is intact: ${sealed} sealed rows hold`;
	return sealed === 0
		? 'Nothing vouches for the ledger: not one of its rows is sealed'
		: `The ledger is not intact: ${findings.length} of ${handoffs} handoffs do not hold`;
}
