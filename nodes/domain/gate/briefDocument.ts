import type { AskedQuestion } from '../handoff/askedQuestion';
import type { Decision } from '../handoff/decision';
import type { Handoff } from '../handoff/envelope';
import type { Finding } from '../handoff/verdict';
import type { MessageBlock, MessageDocument } from '../message/document';
import { cleanLine } from '../base/plainText';
import { recordButton } from '../message/recordButton';
import { formatTime } from '../wording/formatTime';
import { receiverWording } from '../wording/readerWording';
import { recordTitle } from '../wording/recordTitle';
import { questionBlocks } from '../wording/questionBlocks';
import { sendersToTell } from '../wording/whomToTell';
import { packetFacts } from '../shown/showPacket';
import type { Reader } from '../shown/reader';
import { fill } from '../language/wording';
import { waivedBlocks } from '../readiness/waivedBlocks';

/**
 * Says what the task in the project tool says: what was handed over as it was accepted, by whom and
 * when, what exceptions were agreed, what was asked before and answered, and where the record is. In the language that all receivers
 * read, otherwise in that of the policy.
 *
 * @param handoff as it was accepted, with the corrections in its packet
 * @param waived what did not hold and was waived
 * @param questions what the receiving team asked before it accepted
 */
export function briefDocument(
	handoff: Handoff,
	{ waived, questions }: { waived: readonly Finding[]; questions: readonly AskedQuestion[] },
): MessageDocument {
	const { record, agreed, decision } = handoff;
	const voice: Reader = {
		wording: receiverWording(handoff),
		timezone: zoneOf(handoff),
	};
	return {
		kind: 'brief',
		to: sendersToTell(handoff, voice.wording),
		wording: voice.wording,
		subject: recordTitle(record, voice.wording),
		blocks: [
			{ kind: 'facts', facts: packetFacts(agreed, voice) },
			...acceptedBlock(decision, voice),
			...waivedBlocks(waived, voice),
			...questionBlocks(handoff, questions, voice),
			...recordButton(record, voice.wording.recordButton),
		],
	};
}

/** The zone in which the question was asked, as far as it is known. */
function zoneOf({ request, receiver, agreed }: Handoff): string {
	if (request !== undefined) return request.timezone;
	const [zone, ...others] = new Set(receiver.people.map(({ timezone }) => timezone));
	if (zone !== undefined && others.length === 0) return zone;
	return agreed.calendars.receiver?.timezone ?? 'UTC';
}

/** Who accepted, when, and with what comment: one line. */
function acceptedBlock(
	decision: Decision | undefined,
	{ wording, timezone }: Reader,
): MessageBlock[] {
	if (decision === undefined) return [];
	const at = formatTime(Date.parse(decision.at), timezone, wording);
	const name = decision.by.name || decision.by.email;
	const comment = cleanLine(decision.comment ?? '');
	const sentence = comment === '' ? wording.briefAccepted : wording.briefRemark;
	return [{ kind: 'paragraph', text: fill(sentence, { name, at, comment }) }];
}
