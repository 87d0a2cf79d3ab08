import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { policyDigest } from '../../../nodes/domain/policy/policy';
import { HandoffProblem } from '../../../nodes/domain/base/problem';
import { dealPolicyDocument } from '../readiness/dealPolicy';

const KICKOFF = {
	id: 'kickoff',
	label: 'Kick-off date',
	field: 'kickoff',
	check: { kind: 'date' },
};

const policyWith = (changes: object) => ({
	id: 'p',
	record: { id: 'id' },
	requirements: [KICKOFF],
	...changes,
});

const withRequirement = (changes: object) =>
	policyWith({
		requirements: [
			{ ...KICKOFF, id: 'first' },
			{ ...KICKOFF, ...changes },
		],
	});

function problemOf(document: unknown): HandoffProblem {
	try {
		parsePolicy(document);
	} catch (error) {
		if (error instanceof HandoffProblem) return error;
		throw error;
	}
	throw new Error('the policy was taken');
}

describe('parsePolicy', () => {
	it('takes what says which records are to be handed over, and names what is wrong in it', () => {
		const handOver = { when: { field: 'stage', equals: 'won' } };

		expect(parsePolicy(policyWith({ handOver })).handOver).toEqual(handOver);
		expect(problemOf(policyWith({ handOver: { when: { field: 'stage' } } })).message).toContain(
			'handOver.when',
		);
		const check = { kind: 'number', min: 5, max: 1 };
		const contradiction = { when: { field: 'stage', check } };
		expect(problemOf(policyWith({ handOver: contradiction })).message).toContain('handOver.when');
	});

	it('takes a policy as an object and as JSON text alike', () => {
		const fromText = parsePolicy(JSON.stringify(dealPolicyDocument));

		expect(fromText).toEqual(parsePolicy(dealPolicyDocument));
		expect(fromText.requirements[0]).toMatchObject({ severity: 'blocker', fixer: 'sender' });
	});

	it.each`
		mistake                            | document                                                                                                                                                      | message                                                                                           | remedy
		${'an unknown check'}              | ${withRequirement({ check: { kind: 'presnt' } })}                                                                                                             | ${'requirements[1] “Kick-off date”: check.kind: “presnt” is not a check'}                         | ${'Did you mean “present”?'}
		${'a check unknown'}               | ${withRequirement({ check: { kind: 'conditio' } })}                                                                                                           | ${'requirements[1] “Kick-off date”: check.kind: “conditio” is not a check'}                       | ${'The checks are present, text,'}
		${'no check'}                      | ${withRequirement({ check: undefined })}                                                                                                                      | ${'requirements[1] “Kick-off date”: check: is missing'}                                           | ${'Add it'}
		${'a repeated id'}                 | ${withRequirement({ id: 'first' })}                                                                                                                           | ${'requirements[1]: repeats the id “first” of requirements[0]'}                                   | ${'its own id'}
		${'a mistyped key'}                | ${withRequirement({ feild: 'x' })}                                                                                                                            | ${'requirements[1] “Kick-off date”: does not know the setting “feild” (did you mean “field”?)'}   | ${'Correct or remove'}
		${'a key of the future'}           | ${policyWith({ owners: {} })}                                                                                                                                 | ${'the policy: does not know the setting “owners”'}                                               | ${'Correct or remove'}
		${'a mistyped key of a checklist'} | ${policyWith({ acceptance: { checklist: [{ id: 'a', label: 'A', requierd: true }] } })}                                                                       | ${'acceptance.checklist[0] “A”: does not know the setting “requierd” (did you mean “required”?)'} | ${'Correct or remove'}
		${'a mistyped key of a target'}    | ${policyWith({ sla: { accept: { minutes: 5, escalatTo: [] } } })}                                                                                             | ${'sla.accept: does not know the setting “escalatTo” (did you mean “escalateTo”?)'}               | ${'Correct or remove'}
		${'a wrong type'}                  | ${withRequirement({ check: { kind: 'number', min: 'ten' } })}                                                                                                 | ${'requirements[1] “Kick-off date”: check.min: must be a number, but is “ten”'}                   | ${'Correct this place'}
		${'a bad severity'}                | ${withRequirement({ severity: 'fatal' })}                                                                                                                     | ${'severity: must be one of blocker, warning, but is “fatal”'}                                    | ${'Correct this place'}
		${'a bad path'}                    | ${withRequirement({ field: 'a..b' })}                                                                                                                         | ${'field: “a..b” must be the path of a field'}                                                    | ${'Correct this place'}
		${'a bad zone'}                    | ${withRequirement({ check: { kind: 'date', timezone: 'Europe/Berlinn' } })}                                                                                   | ${'check.timezone: "Europe/Berlinn" is not a time zone'}                                          | ${'IANA name'}
		${'a bad calendar zone'}           | ${policyWith({ calendars: { receiver: { timezone: 'Mars/Olympus', weekly: { mon: [['09:00', '17:00']] } } } })}                                               | ${'calendars.receiver.timezone: "Mars/Olympus" is not a time zone'}                               | ${'IANA name'}
		${'a bad date'}                    | ${withRequirement({ check: { kind: 'date', after: '2026-02-30' } })}                                                                                          | ${'requirements[1] “Kick-off date”: check.after: “2026-02-30” is not a date'}                     | ${'Write it as 2026-03-02'}
		${'a bad holiday'}                 | ${policyWith({ calendars: { receiver: { timezone: 'UTC', weekly: { mon: [['09:00', '17:00']] }, holidays: ['2026-13-01'] } } })}                              | ${'calendars.receiver.holidays[0]: "2026-13-01" is not a date'}                                   | ${'year-month-day'}
		${'a bad pattern'}                 | ${withRequirement({ check: { kind: 'text', pattern: '(' } })}                                                                                                 | ${'requirements[1] “Kick-off date”: check: the pattern ( is not a regular expression'}            | ${'without slashes'}
		${'an endless pattern'}            | ${withRequirement({ check: { kind: 'text', pattern: '(a+)+' } })}                                                                                             | ${'requirements[1] “Kick-off date”: check: the pattern (a+)+ can take very long'}                 | ${'inside a repetition'}
		${'a pattern in when'}             | ${withRequirement({ when: { field: 'a', check: { kind: 'text', pattern: '(a+)+' } } })}                                                                       | ${'requirements[1] “Kick-off date”: when: the pattern (a+)+'}                                     | ${'inside a repetition'}
		${'reversed limits'}               | ${withRequirement({ check: { kind: 'number', min: 5, max: 1 } })}                                                                                             | ${'requirements[1] “Kick-off date”: check: the smallest value 5 is above the largest'}            | ${'Exchange'}
		${'an answer that is missing'}     | ${withRequirement({ check: { kind: 'oneOf', values: ['Net 30', 'N/A'] } })}                                                                                   | ${'requirements[1] “Kick-off date”: check.values[1]: “N/A” counts as missing'}                    | ${'under “alsoAccepted”'}
		${'an entry that is missing'}      | ${withRequirement({ check: { kind: 'list', any: { check: { kind: 'oneOf', values: ['tbd'] } } } })}                                                           | ${'check.any.check.values[0]: “tbd” counts as missing'}                                           | ${'under “alsoAccepted”'}
		${'a condition never met'}         | ${withRequirement({ when: { all: [{ field: 'a', equals: '' }] } })}                                                                                           | ${'requirements[1] “Kick-off date”: when.all[0].equals: “” counts as missing'}                    | ${'“present”: false'}
		${'no word accepted'}              | ${withRequirement({ alsoAccepted: [' '] })}                                                                                                                   | ${'alsoAccepted[0]: must not be empty'}                                                           | ${'Correct this place'}
		${'a message in a strange tongue'} | ${withRequirement({ message: { tlh: 'nuqneH' } })}                                                                                                            | ${'message'}                                                                                      | ${'Correct this place'}
		${'no message'}                    | ${withRequirement({ message: {} })}                                                                                                                           | ${'needs a text for at least one language'}                                                       | ${'Correct this place'}
		${'a half condition'}              | ${withRequirement({ when: { field: 'a' } })}                                                                                                                  | ${'requirements[1] “Kick-off date”: when: needs a field and one of equals'}                       | ${'Correct this place'}
		${'two conditions'}                | ${withRequirement({ when: { field: 'a', equals: 1, present: true } })}                                                                                        | ${'when: needs a field and one of'}                                                               | ${'Correct this place'}
		${'no requirements'}               | ${policyWith({ requirements: [] })}                                                                                                                           | ${'requirements: needs at least one requirement'}                                                 | ${'Correct this place'}
		${'no record id'}                  | ${policyWith({ record: {} })}                                                                                                                                 | ${'record.id: is missing'}                                                                        | ${'Add it'}
		${'a strange waiver'}              | ${policyWith({ waivers: { allowed: ['budget'] } })}                                                                                                           | ${'waivers.allowed: names “budget”'}                                                              | ${'Name the id'}
		${'no sources'}                    | ${withRequirement({ check: { kind: 'agrees' } })}                                                                                                             | ${'requirements[1] “Kick-off date”: check: “agrees” needs to know which systems hold kickoff'}    | ${'Add “kickoff” to “sources”'}
		${'an unused source'}              | ${policyWith({ sources: { x: { systemOfRecord: 'crm', values: { crm: 'x', erp: 'y' } } } })}                                                                  | ${'sources.x: is compared by no requirement'}                                                     | ${'check “agrees”'}
		${'a strange winner'}              | ${policyWith({ requirements: [{ ...KICKOFF, check: { kind: 'agrees' } }], sources: { kickoff: { systemOfRecord: 'sap', values: { crm: 'x', erp: 'y' } } } })} | ${'the system of record “sap” of kickoff is none of its sources'}                                 | ${'Choose one of crm, erp'}
		${'a lone source'}                 | ${policyWith({ requirements: [{ ...KICKOFF, check: { kind: 'agrees' } }], sources: { kickoff: { systemOfRecord: 'crm', values: { crm: 'x' } } } })}           | ${'the sources of kickoff are fewer than two'}                                                    | ${'for each of the systems'}
		${'a repeated code'}               | ${policyWith({ acceptance: { returnReasons: [{ code: 'a', label: 'A' }, { code: 'a', label: 'B' }] } })}                                                      | ${'acceptance.returnReasons[1]: repeats the id “a”'}                                              | ${'its own id'}
		${'a list for a version'}          | ${policyWith({ version: [1] })}                                                                                                                               | ${'version: must be a text or a number, but is a list'}                                           | ${'Correct this place'}
		${'a list for a policy'}           | ${[]}                                                                                                                                                         | ${'the policy: must be settings in { }, but is a list'}                                           | ${'Correct this place'}
		${'nothing'}                       | ${undefined}                                                                                                                                                  | ${'the policy: is missing'}                                                                       | ${'Add it'}
		${'broken JSON'}                   | ${'{"id": '}                                                                                                                                                  | ${'the policy is not JSON'}                                                                       | ${'comma, quote or bracket'}
	`('names the place and the remedy of $mistake', ({ document, message, remedy }) => {
		const problem = problemOf(document);

		expect(problem.message).toContain(message);
		expect(problem.remedy).toContain(remedy);
	});

	it.each`
		fixers                                   | fixer       | message                                                                      | remedy
		${{ Sender: { email: 'a@b.example' } }}  | ${'sender'} | ${'fixers.Sender: is a side of the handoff'}                                 | ${'under “sender”'}
		${{ Legal: { name: 'Legal desk' } }}     | ${'Legal'}  | ${'fixers.Legal.email: is missing'}                                          | ${'Add it'}
		${{ Legal: { email: ' ' } }}             | ${'Legal'}  | ${'fixers.Legal.email: '}                                                    | ${'Correct this place'}
		${{ Legal: { mail: 'a@b.example' } }}    | ${'Legal'}  | ${'does not know the setting “mail”'}                                        | ${'Correct or remove'}
		${{ legal: { email: 'a@b.example' } }}   | ${'Legal'}  | ${'requirements[1] “Kick-off date”: fixer: “Legal” is not among the fixers'} | ${'Did you mean “legal”?'}
		${{ Finance: { email: 'a@b.example' } }} | ${'Fiance'} | ${'“Fiance” is not among the fixers'}                                        | ${'Did you mean “Finance”?'}
	`('names the remedy for the fixers $fixers of “$fixer”', ({ fixers, fixer, message, remedy }) => {
		const problem = problemOf({ ...Object(withRequirement({ fixer })), fixers });

		expect(problem.message).toContain(message);
		expect(problem.remedy).toContain(remedy);
	});

	it.each`
		fixers                                 | fixer       | because
		${{}}                                  | ${'Legal'}  | ${'nobody has to be named'}
		${{ Legal: { email: 'a@b.example' } }} | ${'sender'} | ${'its requirement may be gone'}
		${{ HR: { email: 'a@b.example' } }}    | ${'IT'}     | ${'short names are alike'}
		${{ Legal: { email: 'desk.email' } }}  | ${'Legal'}  | ${'the record may say who it is'}
	`('takes the fixers $fixers with “$fixer”: $because', ({ fixers, fixer }) => {
		const policy = parsePolicy({ ...Object(withRequirement({ fixer })), fixers });

		expect(Object.keys(policy.fixers)).toEqual(Object.keys(fixers));
	});

	it('tells all mistakes at once, and how many more there are', () => {
		const requirements = Array.from({ length: 7 }, (_, index) => ({
			...KICKOFF,
			id: `r${index}`,
			feild: 1,
		}));

		expect(problemOf(policyWith({ requirements })).message).toMatch(
			/requirements\[4\].*; and 2 more$/,
		);
	});

	it('refuses a condition that is nested without end', () => {
		const deep = `${'{"not":'.repeat(50_000)}{"field":"a","present":true}${'}'.repeat(50_000)}`;
		const text = JSON.stringify(withRequirement({ when: 'HERE' })).replace('"HERE"', deep);

		expect(problemOf(text).message).toContain('nested too deeply');
	});

	it('is not misled by members that are named like parts of JavaScript', () => {
		const document: unknown = JSON.parse(
			JSON.stringify(policyWith({})).replace('{', '{"__proto__": {"polluted": true},'),
		);

		expect(problemOf(document).message).toContain('__proto__');
		expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
	});
});

describe('policyDigest', () => {
	it('is the same however the members are ordered, and another for another content', () => {
		const reversed = Object.fromEntries(Object.entries(dealPolicyDocument).reverse());
		const digest = policyDigest(parsePolicy(dealPolicyDocument));

		expect(policyDigest(parsePolicy(reversed))).toBe(digest);
		expect(policyDigest(parsePolicy({ ...dealPolicyDocument, version: '4' }))).not.toBe(digest);
	});

	it('is the same with and without the schema that the file names for editors', () => {
		const forEditors = { $schema: './policy.schema.json', ...dealPolicyDocument };

		expect(policyDigest(parsePolicy(forEditors))).toBe(
			policyDigest(parsePolicy(dealPolicyDocument)),
		);
	});
});
