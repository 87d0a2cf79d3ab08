import type { Finding } from '../../../nodes/domain/handoff/verdict';
import { EARLIEST_KICKOFF, GUIDANCE, SAYS_SOMETHING, type Deal } from './deals';

/** What a finding says, but for the codes by which ours is said in other languages. */
export type WrittenFinding = Omit<Finding, 'codes'>;

/** What is wrong, and what is expected: each as the end of a sentence. */
type Tell = (name: string, shortfall: string, expected: string) => void;

const EMAIL = /^[^\s@]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
const WEBSITE = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]\S*)?$/i;

/** The same 20 requirements as somebody writes them into a Code node, with the same findings. */
export function judgeByHand({ properties }: Deal): WrittenFinding[] {
	const findings: WrittenFinding[] = [];
	const tell: Tell = (name, shortfall, expected) => {
		findings.push(writeFinding(name, { seen: properties[name], shortfall, expected }));
	};
	for (const name of ['name', 'region', 'industry']) {
		if (!isFilled(properties[name])) tell(name, 'is missing', 'a value');
	}
	for (const name of ['description', 'goals', 'scope']) judgeText(name, properties[name], tell);
	judgeForms(properties, tell);
	judgeNumbers(properties, tell);
	judgeChoices(properties, tell);
	judgeAddresses(properties, tell);
	judgeDates(properties, tell);
	return findings;
}

function writeFinding(
	name: string,
	{ seen, shortfall, expected }: Record<'shortfall' | 'expected', string> & { seen: unknown },
): WrittenFinding {
	const { label, howToFix, check } = GUIDANCE.get(name) ?? { label: name, howToFix: '', check: '' };
	return {
		requirementId: name,
		label,
		field: `properties.${name}`,
		check,
		severity: 'blocker',
		shortfall,
		seen: seen === undefined ? '' : String(seen),
		expected,
		fixer: 'sender',
		howToFix,
	};
}

const isFilled = (value: unknown): boolean =>
	value !== undefined &&
	value !== null &&
	(typeof value !== 'string' || SAYS_SOMETHING.test(value));

function judgeText(name: string, value: unknown, tell: Tell): void {
	const expected = 'a text of at least 20 characters';
	if (!isFilled(value)) tell(name, 'is missing', expected);
	else if (typeof value !== 'string') tell(name, 'is not a text', expected);
	else if (value.trim().length < 20) tell(name, 'is shorter than 20 characters', expected);
}

function judgeForms({ contract, clientPhone, ...rest }: Deal['properties'], tell: Tell): void {
	judgeForm('contract', contract, { form: /^C-\d{6}$/, words: 'C-123456', tell });
	judgeForm('clientPhone', clientPhone, { form: /^\+\d{8,14}$/, words: 'a number', tell });
	if (Number(rest.amount) >= 10000) {
		judgeForm('purchaseOrder', rest.purchaseOrder, { form: /^PO-\d{4}$/, words: 'PO-1234', tell });
	}
}

function judgeForm(
	name: string,
	value: unknown,
	{ form, words, tell }: { form: RegExp; words: string; tell: Tell },
): void {
	if (!isFilled(value)) tell(name, 'is missing', `a text of the form ${words}`);
	else if (!form.test(String(value)))
		tell(name, `is not of the form ${words}`, `a text of the form ${words}`);
}

function judgeNumbers(
	{ amount, seats, service, billingDay }: Deal['properties'],
	tell: Tell,
): void {
	judgeNumber('amount', amount, { min: 1, max: Infinity, whole: false, tell });
	judgeNumber('seats', seats, { min: 1, max: 1000, whole: true, tell });
	if (service === 'retainer') {
		judgeNumber('billingDay', billingDay, { min: 1, max: 28, whole: true, tell });
	}
}

function judgeNumber(
	name: string,
	value: unknown,
	{ min, max, whole, tell }: { min: number; max: number; whole: boolean; tell: Tell },
): void {
	const kind = whole ? 'a whole number' : 'a number';
	const expected = max === Infinity ? `${kind} at least ${min}` : `${kind} from ${min} to ${max}`;
	if (!isFilled(value)) tell(name, 'is missing', expected);
	else if (typeof value !== 'number') tell(name, 'is not a number', expected);
	else if (whole && !Number.isInteger(value)) tell(name, 'is not a whole number', expected);
	else if (value < min) tell(name, `is below ${min}`, expected);
	else if (value > max) tell(name, `is above ${max}`, expected);
}

function judgeChoices({ currency, stage, service }: Deal['properties'], tell: Tell): void {
	judgeChoice('currency', currency, { values: ['EUR', 'USD', 'GBP'], tell });
	judgeChoice('stage', stage, { values: ['closedwon', 'contractsent'], tell });
	judgeChoice('service', service, { values: ['project', 'retainer'], tell });
}

function judgeChoice(
	name: string,
	value: unknown,
	{ values, tell }: { values: readonly string[]; tell: Tell },
): void {
	const expected = `one of: ${values.join(', ')}`;
	if (!isFilled(value)) tell(name, 'is missing', expected);
	else if (!values.includes(String(value))) tell(name, 'is not an agreed value', expected);
}

function judgeAddresses(
	{ ownerEmail, clientEmail, website }: Deal['properties'],
	tell: Tell,
): void {
	for (const [name, value] of Object.entries({ ownerEmail, clientEmail })) {
		if (!isFilled(value)) tell(name, 'is missing', 'an e-mail address');
		else if (!EMAIL.test(String(value)))
			tell(name, 'is not an e-mail address', 'an e-mail address');
	}
	if (!isFilled(website)) tell('website', 'is missing', 'a web address');
	else if (!WEBSITE.test(String(website))) tell('website', 'is not a web address', 'a web address');
}

function judgeDates({ kickoff, signed }: Deal['properties'], tell: Tell): void {
	const expected = 'a date on or after 1 day after today';
	if (!isFilled(kickoff)) tell('kickoff', 'is missing', expected);
	else if (!isDay(kickoff)) tell('kickoff', 'is not a date', expected);
	else if (kickoff < EARLIEST_KICKOFF) tell('kickoff', `is before ${EARLIEST_KICKOFF}`, expected);
	if (signed === undefined) tell('signed', 'is missing', 'yes');
	else if (signed !== true) tell('signed', 'is no', 'yes');
}

const isDay = (value: unknown): value is string =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
