import type { Finding } from '../handoff/verdict';
import { fill, type Wording } from '../language/wording';
import type { MessageBlock } from '../message/document';
import { formatFinding } from '../wording/formatFinding';
import { formatExpiry } from '../wording/formatTime';

/** What does not hold and was excepted: by whom, until when and why. */
export function waivedBlocks(
	findings: readonly Finding[],
	{ wording, timezone }: { wording: Wording; timezone: string },
): MessageBlock[] {
	const entries = findings.flatMap((finding) => {
		const { waiver } = finding;
		if (waiver === undefined) return [];
		const { approvedBy: approver, reason } = waiver;
		const until = formatExpiry(waiver.expiresAt, timezone, wording);
		const granted = fill(wording.requestWaived, { approver, until, reason });
		return [{ text: formatFinding(finding, wording), details: [granted] }];
	});
	return entries.length === 0
		? []
		: [
				{ kind: 'heading', text: wording.briefWaived },
				{ kind: 'list', entries },
			];
}
