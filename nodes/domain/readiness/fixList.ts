import type { Handoff } from '../handoff/envelope';
import type { MessageBlock, MessageDocument } from '../message/document';
import { proposalLines } from './proposalLines';
import { recordButton } from '../message/recordButton';
import { fixEntry } from './fixEntry';
import type { Finding, Proposal, Verdict } from '../handoff/verdict';
import type { Person } from '../base/message';

type Named = Readonly<Record<'id' | 'label', string>>;

const SIDES = new Map([
	['sender', 'sending team'],
	['receiver', 'receiving team'],
]);

/**
 * Writes what is missing as a message for those who fix it: grouped by fixer, blockers first, each
 * with how to fix it and where. Never names a requirement that is met, except under what was fixed
 * since the attempt before.
 *
 * @param requirements of the policy, for the names of those that were fixed
 */
export function buildFixList(
	handoff: Pick<Handoff, 'record' | 'sender' | 'receiver' | 'attempt'>,
	verdict: Verdict,
	requirements: readonly Named[],
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
			...changeBlocks(verdict, requirements),
			...groupByFixer(open).flatMap(fixerBlocks(handoff, verdict.proposals)),
			...waivedBlocks(verdict.findings),
			...recordButton(record),
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

function changeBlocks({ changedSince }: Verdict, requirements: readonly Named[]): MessageBlock[] {
	if (changedSince === undefined || changedSince.fixed.length === 0) return [];
	const labelOf = (id: string): string =>
		requirements.find((requirement) => requirement.id === id)?.label ?? id;
	const fixed = changedSince.fixed.map(labelOf).join(', ');
	return [{ kind: 'paragraph', text: `Fixed since last time: ${fixed}.` }];
}

/** Groups in the order in which the policy names the fixers. */
function groupByFixer(open: readonly Finding[]): Array<[fixer: string, findings: Finding[]]> {
	const groups = new Map<string, Finding[]>();
	for (const finding of open) {
		const group = groups.get(finding.fixer);
		if (group === undefined) groups.set(finding.fixer, [finding]);
		else group.push(finding);
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
			{
				kind: 'list',
				entries: sorted.map((finding) => fixEntry(finding, proposalLines(finding, proposals))),
			},
		];
	};

const rankOf = (severity: Finding['severity']): number => (severity === 'blocker' ? 0 : 1);

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
