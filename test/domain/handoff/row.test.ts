import { z } from 'zod';
import { ledgerRowSchema } from '../../../nodes/domain/handoff/row';
import { ledgerEventTypeSchema } from '../../../nodes/domain/handoff/rowData';

it('keeps its columns, their order and their types: tables, sheets and seals rely on them', () => {
	const columns = Object.entries(ledgerRowSchema.shape).map(([name, schema]) =>
		schema instanceof z.ZodNumber ? `${name}: number` : `${name}: text`,
	);
	expect(columns).toEqual([
		'eventId: text',
		'type: text',
		'at: text',
		'handoffId: text',
		'attempt: number',
		'policyId: text',
		'policyVersion: text',
		'policyDigest: text',
		'sendingTeam: text',
		'receivingTeam: text',
		'recordSystem: text',
		'recordType: text',
		'recordId: text',
		'recordUrl: text',
		'actor: text',
		'proof: text',
		'fields: text',
		'reasons: text',
		'senderMinutes: number',
		'receiverMinutes: number',
		'data: text',
		'previousSeal: text',
		'seal: text',
	]);
});

it('keeps the types of events that ledgers hold', () => {
	expect(ledgerEventTypeSchema.options).toEqual([
		'handoff.evaluated',
		'handoff.requested',
		'handoff.reminded',
		'handoff.forwarded',
		'handoff.voted',
		'question.asked',
		'question.reminded',
		'question.answered',
		'question.unanswered',
		'handoff.accepted',
		'handoff.returned',
		'handoff.unanswered',
		'handoff.replaced',
		'handoff.withdrawn',
		'handoff.done',
		'fix.asked',
		'fix.reminded',
		'fix.answered',
		'fix.notWritten',
		'fix.unanswered',
		'sla.started',
		'sla.passed',
		'sla.revised',
		'sla.milestoneReached',
		'sla.met',
		'sla.breached',
		'sla.stopped',
		'waiver.asked',
		'requirement.waived',
		'waiver.refused',
		'waiver.revoked',
		'waiver.ending',
		'waiver.expired',
	]);
});
