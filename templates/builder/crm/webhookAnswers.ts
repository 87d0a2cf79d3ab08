/** What other systems are told, as expressions; the names are a promise to those who map them. */

/** The verdict, given at once; `handoff` is an expression for the envelope after the gate. */
export const verdictAnswer = (handoff: string): string =>
	`((handoff) => ({ status: handoff.verdict.ready ? 'ready' : 'notReady', ready: handoff.verdict.ready, recordId: handoff.record.id, handoffId: handoff.id, attempt: handoff.attempt, missing: handoff.verdict.findings.map((finding) => finding.label).join('; '), findings: handoff.verdict.findings.map(({ label, field, severity, fixer, howToFix }) => ({ label, field, severity, fixer, howToFix })) }))(${handoff})`;

/** What became of the handoff, sent later; the same members whatever it is. */
export const decisionNews = (handoff: string, taskUrl = `''`): string =>
	`((handoff) => ({ status: handoff.outcome ?? 'notReady', recordId: handoff.record.id, recordTitle: handoff.record.title, recordUrl: handoff.record.url ?? '', handoffId: handoff.id, attempt: handoff.attempt, decidedBy: handoff.decision?.by?.name ?? '', decidedAt: handoff.decision?.at ?? '', reasons: (handoff.decision?.reasons ?? []).map(({ code, note }) => note ? code + ': ' + note : code).join('; '), missing: handoff.verdict.ready ? '' : handoff.verdict.findings.map((finding) => finding.label).join('; '), taskUrl: ${taskUrl}, subject: handoff.message?.subject ?? '', text: handoff.message?.text ?? '' }))(${handoff})`;
