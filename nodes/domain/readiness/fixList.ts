import type { Handoff } from '../handoff/envelope';
import type { MessageBlock, MessageDocument } from '../message/document';
import { proposalLines } from './proposalLines';
import { recordButton } from '../message/recordButton';
import { fixEntry } from './fixEntry';
import type { Finding, Proposal, Verdict } from '../handoff/verdict';
import type { Person } from '../base/message';
import { receiversToTell, sendersToTell } from '../wording/whomToTell';

type Named = Readonly<Record<'id' | 'label', string>>;

type ListedHandoff = Pick<Handoff, 'record' | 'sender' | 'receiver' | 'attempt' | 'agreed'>;

/**
 * Writes what is missing as a message for those who fix it: grouped by fixer, blockers first, each
 * with how to fix it and where. Never names a requirement that is met, except under what was fixed
 * since the attempt before.
 *
 * @param requirements of the policy, for the names of those that were fixed
 */
export function buildFixList(
	handoff: ListedHandoff,
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

/**
 * The sending side, and whoever else has something to fix: the receiving side, and those of neither
 * side whom the policy names. Who has two parts is told once.
 */
function peopleToTell(handoff: ListedHandoff, open: readonly Finding[]): Person[] {
	const fixers = [...new Set(open.map(({ fixer }) => fixer))].filter((one) => one !== 'sender');
	const others = fixers.flatMap((fixer) =>
		fixer === 'receiver' ? receiversToTell(handoff) : (fixerNamed(fixer, handoff) ?? []),
	);
	const told = new Map<string, Person>();
	for (const person of [...sendersToTell(handoff), ...others]) {
		const key = (person.email || person.name).trim().toLowerCase();
		if (!told.has(key)) told.set(key, person);
	}
	return [...told.values()];
}

function fixerNamed(fixer: string, { agreed: { fixers = {} } }: ListedHandoff): Person | undefined {
	return Object.hasOwn(fixers, fixer) ? fixers[fixer] : undefined;
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
	(handoff: ListedHandoff, proposals: readonly Proposal[]) =>
	([fixer, findings]: [string, Finding[]]): MessageBlock[] => {
		const sorted = [...findings].sort(
			(left, right) => rankOf(left.severity) - rankOf(right.severity),
		);
		return [
			{ kind: 'heading', text: `To be fixed by ${nameOf(fixer, handoff)}` },
			{
				kind: 'list',
				entries: sorted.map((finding) => fixEntry(finding, proposalLines(finding, proposals))),
			},
		];
	};

function nameOf(fixer: string, handoff: ListedHandoff): string {
	if (fixer === 'sender') return handoff.sender.team || 'sending team';
	if (fixer === 'receiver') return handoff.receiver.team || 'receiving team';
	return fixerNamed(fixer, handoff)?.name ?? fixer;
}

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
