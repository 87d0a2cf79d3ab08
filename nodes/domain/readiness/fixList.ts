import type { Handoff } from '../envelope';
import type { ListEntry, MessageBlock, MessageDocument } from '../message/document';
import { displayText } from '../policy/displayText';
import type { Finding, Proposal, Verdict } from './verdict';
import type { Person } from '../message/message';

const SIDES = new Map([
	['sender', 'sending team'],
	['receiver', 'receiving team'],
]);

/**
 * Writes what is missing as a message for those who fix it: grouped by fixer, blockers first, each
 * with how to fix it and where. Never names a requirement that is met, except under what was fixed
 * since the attempt before.
 *
 * @param labels the labels of the policy's requirements by id, for what is fixed since last time
 */
export function buildFixList(
	handoff: Pick<Handoff, 'record' | 'sender' | 'receiver' | 'attempt'>,
	verdict: Verdict,
	labels: ReadonlyMap<string, string>,
): MessageDocument {
	const open = verdict.findings.filter(({ waiver }) => waiver === undefined);
	const { record, receiver } = handoff;
	const title = record.title || record.id || 'The record';
	const to = receiver.team === '' ? 'to be handed over' : `for ${receiver.team}`;
	return {
		kind: 'fixList',
		to: peopleToTell(handoff, open),
		subject: `${title} is not ready ${to}: ${countThings(open.length)}`,
		blocks: [
			{ kind: 'paragraph', text: summarise(open, handoff.attempt) },
			...changeBlocks(verdict, labels),
			...groupByFixer(open).flatMap(fixerBlocks(handoff, verdict.proposals)),
			...waivedBlocks(verdict.findings),
			...recordButton(record.url),
		],
	};
}

function peopleToTell(
	{ sender, receiver }: Pick<Handoff, 'sender' | 'receiver'>,
	open: readonly Finding[],
): Person[] {
	const { email = '', name = '' } = sender;
	const senders = email === '' ? [] : [{ name: name || email, email }];
	const receivers = open.some(({ fixer }) => fixer === 'receiver') ? receiver.people : [];
	return [...senders, ...receivers];
}

const countThings = (count: number): string =>
	count === 1 ? '1 thing to fix' : `${count} things to fix`;

function summarise(open: readonly Finding[], attempt: number): string {
	const warnings = open.filter(({ severity }) => severity === 'warning').length;
	const parts = [
		attempt > 1 ? `Attempt ${attempt}.` : '',
		`${countThings(open.length - warnings)} before it can be handed over.`,
		warnings > 0 ? `${warnings} more would be good to have.` : '',
	];
	return parts.filter((part) => part !== '').join(' ');
}

function changeBlocks(
	{ changedSince }: Verdict,
	labels: ReadonlyMap<string, string>,
): MessageBlock[] {
	if (changedSince === undefined || changedSince.fixed.length === 0) return [];
	const fixed = changedSince.fixed.map((id) => labels.get(id) ?? id).join(', ');
	return [{ kind: 'paragraph', text: `Fixed since last time: ${fixed}.` }];
}

/** Groups in the order in which the policy names the fixers. */
function groupByFixer(open: readonly Finding[]): Array<[fixer: string, findings: Finding[]]> {
	const groups = new Map<string, Finding[]>();
	for (const finding of open) {
		groups.set(finding.fixer, [...(groups.get(finding.fixer) ?? []), finding]);
	}
	return [...groups];
}

const fixerBlocks =
	({ sender, receiver }: Pick<Handoff, 'sender' | 'receiver'>, proposals: readonly Proposal[]) =>
	([fixer, findings]: [string, Finding[]]): MessageBlock[] => {
		const team = fixer === 'sender' ? sender.team : fixer === 'receiver' ? receiver.team : fixer;
		const sorted = [...findings].sort(
			(left, right) => rankOf(left.severity) - rankOf(right.severity),
		);
		return [
			{ kind: 'heading', text: `To be fixed by ${team || (SIDES.get(fixer) ?? fixer)}` },
			{ kind: 'list', entries: sorted.map((finding) => findingEntry(finding, proposals)) },
		];
	};

const rankOf = (severity: Finding['severity']): number => (severity === 'blocker' ? 0 : 1);

function findingEntry(finding: Finding, proposals: readonly Proposal[]): ListEntry {
	const { label, problem, severity, seen, expected, howToFix, fixUrl } = finding;
	const details = [
		seen === '' ? '' : `Now: ${seen}`,
		`Expected: ${expected}`,
		howToFix === '' ? '' : `How to fix: ${howToFix}`,
		...proposals.filter(({ field }) => field === finding.field).map(describeProposal),
	];
	return {
		text: `${label} ${problem}${severity === 'warning' ? ' (good to have)' : ''}`,
		details: details.filter((line) => line !== ''),
		...(fixUrl !== undefined && fixUrl !== '' && { link: { label: 'Fix it here', url: fixUrl } }),
	};
}

const MOST_SHOWN = 200;

const describeProposal = ({ value, quote, source, verified }: Proposal): string => {
	const proof = verified ? `“${quote}” in ${source}` : `not found word for word in ${source}`;
	return `Proposed: ${displayText(value, MOST_SHOWN)} (${displayText(proof, MOST_SHOWN)})`;
};

function waivedBlocks(findings: readonly Finding[]): MessageBlock[] {
	const entries = findings.flatMap(({ label, waiver }) =>
		waiver === undefined
			? []
			: [{ text: `${label}: waived by ${waiver.approvedBy} until ${waiver.expiresAt}` }],
	);
	return entries.length === 0
		? []
		: [
				{ kind: 'heading', text: 'Waived' },
				{ kind: 'list', entries },
			];
}

const recordButton = (url: string): MessageBlock[] =>
	url === '' ? [] : [{ kind: 'buttons', buttons: [{ label: 'Open the record', url }] }];
