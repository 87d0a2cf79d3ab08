import { z } from 'zod';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { CONTROLS } from '../../support/controls';
import type { SeededRandom } from '../seededRandom';
import { builtFunction } from './built';
import { timed, type Part } from './found';
import { anyHostile, mutate } from './mutate';

const TERMS = {
	checklist: [
		{ id: 'capacity', label: 'We have people for it', required: true },
		{ id: 'read', label: 'We read it', required: false },
	],
	returnReasons: [
		{ code: 'goals', label: 'The goals are not clear', needsNote: true },
		{ code: 'date', label: 'The date cannot be kept', needsNote: false },
	],
	fields: [{ field: 'amount', label: 'Budget' }],
	by: { name: 'Dana Delivery', email: 'dana@example.com' },
	wording: WORDINGS.en,
	correctable: CONTROLS.map(([label, control, value], index) => ({
		...{ field: `field${index}`, label, value, control },
	})),
	forwarding: { sender: 'sam@example.com', asked: ['dana@example.com'] },
	questionsLeft: 2,
};

const FORMS: readonly Record<string, unknown>[] = [
	{ decision: 'accept', name: 'Dana', 'check.capacity': 'on', round: '1', nonce: 'n' },
	{
		...{ decision: 'accept', name: 'Dana', 'check.capacity': 'on', round: '1', nonce: 'n' },
		...Object.fromEntries(CONTROLS.map((_one, index) => [`correct.field${index}`, '1.234,50'])),
	},
	{
		decision: 'return',
		name: 'Dana',
		'reason.goals': 'on',
		'note.goals': 'Which ones?',
		'field.goals': 'amount',
		round: '1',
		nonce: 'n',
	},
	{
		decision: 'forward',
		name: 'Dana',
		colleagueName: 'Robin',
		colleagueEmail: 'robin@example.com',
		forwardReason: 'On leave',
		round: '1',
		nonce: 'n',
	},
	{
		decision: 'ask',
		name: 'Dana',
		question: 'Who signs?',
		questionField: 'amount',
		round: '1',
		nonce: 'n',
	},
];

const readSchema = z.object({
	kind: z.string(),
	decision: z
		.object({ kind: z.string(), by: z.object({ name: z.string(), email: z.string() }) })
		.optional(),
});

const fieldsOf = (body: unknown): Record<string, unknown> => {
	const object = z.record(z.unknown()).catch({});
	const fields = object.parse(body);
	return 'data' in fields ? object.parse(fields.data) : fields;
};

/** What the form must hold for an acceptance, by rules that share nothing with the package. */
function mayAccept(body: unknown): boolean {
	const { decision, name, 'check.capacity': capacity } = fieldsOf(body);
	const said = [decision].flat(2).map(String);
	return said.includes('accept') && !said.includes('return') && isThere(name) && isThere(capacity);
}

const isThere = (value: unknown): boolean =>
	value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

function draw(random: SeededRandom): unknown {
	const form = FORMS[Math.floor(random.below(FORMS.length))];
	const body = random.below(1) < 0.05 ? anyHostile(random) : mutate(random, form);
	return random.below(1) < 0.2 ? { data: body, files: {} } : body;
}

async function judge(body: unknown): Promise<string[]> {
	const read = builtFunction('nodes/domain/acceptance/decisionForm.js', 'parseDecisionForm');
	try {
		const { result, slow } = await timed(() => readSchema.parse(read(body, TERMS)));
		const wrong = [...slow];
		const { kind, decision } = result;
		if (kind === 'valid' && decision?.kind === 'accepted' && !mayAccept(body)) {
			wrong.push('accepted what nobody accepted');
		}
		if (decision && decision.by.email !== TERMS.by.email) wrong.push('decided in another name');
		return wrong;
	} catch (error) {
		return [`threw ${String(error)}`];
	}
}

/** Form posts through the built reader: never a throw, never an acceptance that nobody gave. */
export const FORM_POSTS: Part = { name: 'form', share: 0.2, inputs: 1, draw, judge };
