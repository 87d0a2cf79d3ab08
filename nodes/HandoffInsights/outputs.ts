/** The outputs of each operation, in order: the key in code and the name on the canvas. */
export const OUTPUTS = {
	listOpen: { open: 'Open' },
	report: { report: 'Report' },
	tellTimeline: { timeline: 'Timeline' },
	verifyLedger: { intact: 'Intact', notIntact: 'Not Intact' },
} as const;

export type Operation = keyof typeof OUTPUTS;

const NAMES = Object.fromEntries(
	Object.entries(OUTPUTS).map(([operation, outputs]) => [operation, Object.values(outputs)]),
);

/** The outputs as n8n draws them: an expression, because they depend on the operation. */
export const OUTPUTS_EXPRESSION =
	`={{ (${JSON.stringify(NAMES)})[$parameter["operation"]].map((displayName) => ({ type: "main", displayName })) }}` as const;
