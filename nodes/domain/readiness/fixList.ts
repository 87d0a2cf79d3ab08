import type { Handoff } from '../handoff/envelope';
import type { MessageBlock, MessageDocument } from '../message/document';
import { recordButton } from '../message/recordButton';
import { fixEntry } from './fixEntry';
import type { Finding, Verdict } from '../handoff/verdict';
import type { Person } from '../base/message';
import { senderWording } from '../wording/readerWording';
import { teamName } from '../wording/teams';
import { fixerNamed, receiversToTell, sendersToTell } from '../wording/whomToTell';
import { fill, type Wording } from '../language/wording';
import { showingIn } from '../shown/showPacket';
import { fixSubject, fixSummary, isBlocker } from './fixSummary';
import { refusedBlocks } from './refusedBlocks';
import { waivedBlocks } from './waivedBlocks';

type Named = Readonly<Record<'id' | 'label', string>>;

type ListedHandoff = Pick<Handoff, 'record' | 'sender' | 'receiver' | 'attempt' | 'agreed'>;

/** What the list is about, and the words and zone of the sender, who reads it. */
interface Listing {
	handoff: ListedHandoff;
	verdict: Verdict;
	wording: Wording;
	timezone: string;
}

/**
 * Writes what is missing as a message for those who fix it: grouped by fixer, blockers first, each
 * with how to fix it and where. Never names a requirement that is met, except under what was fixed
 * since the attempt before. In the language of the sender. Of a record that is ready it tells the
 * warnings: nothing else does.
 *
 * @param requirements of the policy, for the names of those that were fixed
 */
export function buildFixList(
	handoff: ListedHandoff,
	verdict: Verdict,
	requirements: readonly Named[],
): MessageDocument {
	const open = verdict.findings.filter(({ waiver }) => waiver === undefined);
	const wording = senderWording(handoff);
	const timezone = handoff.agreed.calendars.sender?.timezone ?? 'UTC';
	const listing: Listing = { handoff, verdict, wording, timezone };
	return {
		kind: 'fixList',
		to: peopleToTell(listing, open),
		wording,
		subject: fixSubject(handoff, open, wording),
		blocks: [
			{ kind: 'paragraph', text: fixSummary(handoff, open, wording) },
			...changeBlocks(listing, requirements),
			...groupByFixer(open).flatMap((group) => fixerBlocks(group, listing)),
			...waivedBlocks(verdict.findings, listing),
			...refusedBlocks(verdict.refusedWaivers, labelIn(requirements), wording),
			...recordButton(handoff.record, wording.recordButton),
		],
	};
}

/**
 * The sending side, and whoever else has something to fix: the receiving side, and those of neither
 * side whom the policy names. Who has two parts is told once.
 */
function peopleToTell({ handoff, wording }: Listing, open: readonly Finding[]): Person[] {
	const fixers = [...new Set(open.map(({ fixer }) => fixer))].filter((one) => one !== 'sender');
	const others = fixers.flatMap((fixer) =>
		fixer === 'receiver'
			? receiversToTell(handoff, wording)
			: (fixerNamed(fixer, handoff.agreed) ?? []),
	);
	const told = new Map<string, Person>();
	for (const person of [...sendersToTell(handoff, wording), ...others]) {
		const key = (person.email || person.name).trim().toLowerCase();
		if (!told.has(key)) told.set(key, person);
	}
	return [...told.values()];
}

function changeBlocks(
	{ verdict: { changedSince }, wording }: Listing,
	requirements: readonly Named[],
): MessageBlock[] {
	if (changedSince === undefined || changedSince.fixed.length === 0) return [];
	const labels = changedSince.fixed.map(labelIn(requirements)).join(', ');
	return [{ kind: 'paragraph', text: fill(wording.fixedSince, { labels }) }];
}

const labelIn =
	(requirements: readonly Named[]) =>
	(id: string): string =>
		requirements.find((requirement) => requirement.id === id)?.label ?? id;

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

function fixerBlocks([fixer, findings]: [string, Finding[]], listing: Listing): MessageBlock[] {
	const { handoff, verdict, wording } = listing;
	const { proposals } = verdict;
	const sorted = [...findings].sort((left, right) => rankOf(left) - rankOf(right));
	return [
		{ kind: 'heading', text: fill(wording.fixer, { fixer: nameOf(fixer, handoff, wording) }) },
		{
			kind: 'list',
			entries: sorted.map((finding) => {
				const shown = showingIn(handoff.agreed, finding.field);
				return fixEntry(finding, { proposals, shown, reader: listing });
			}),
		},
	];
}

function nameOf(fixer: string, handoff: ListedHandoff, wording: Wording): string {
	const teams = { sender: handoff.sender.team, receiver: handoff.receiver.team };
	if (fixer === 'sender' || fixer === 'receiver') return teamName(fixer, teams, wording);
	return fixerNamed(fixer, handoff.agreed)?.name ?? fixer;
}

const rankOf = (finding: Finding): number => (isBlocker(finding) ? 0 : 1);
