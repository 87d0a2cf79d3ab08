import type { CheckSettings } from '../policy/checks/checks';
import type { Policy, Requirement } from '../policy/policy';
import type { SourceSettings } from '../policy/sources';
import { teamZone } from '../policy/teamZone';
import type { Showing } from '../handoff/showing';

/** What the requirements of a policy say about a field. */
type Judging = Pick<Policy, 'requirements' | 'sources' | 'calendars'>;

/**
 * How the values of a field are shown, by what its requirements check.
 *
 * @returns undefined where they do not say what a value is: then it is shown by what it looks like
 */
export function showingOf(field: string, policy: Judging): Showing | undefined {
	for (const requirement of policy.requirements) {
		if (requirement.field !== field) continue;
		const showing = byCheck(requirement, policy);
		if (showing !== undefined) return showing;
	}
	return undefined;
}

function byCheck(
	{ field, check }: Requirement,
	{ sources, calendars }: Judging,
): Showing | undefined {
	if (check.kind !== 'agrees') return byKind(check, calendars);
	return Object.hasOwn(sources, field) ? bySource(sources[field], calendars) : undefined;
}

function byKind(
	check: Exclude<CheckSettings, { kind: 'agrees' }>,
	calendars: Policy['calendars'],
): Showing | undefined {
	switch (check.kind) {
		case 'number':
			return { as: 'number', ...decimalOf(check) };
		case 'money':
			return { as: 'money', ...decimalOf(check), ...currencyOf(check.currencies) };
		case 'date':
			return { as: 'date', timezone: teamZone(check.timezone, calendars), ...formatOf(check) };
		case 'boolean':
			return { as: 'yesNo' };
		case 'url':
			return { as: 'link' };
		case 'list': {
			const { separator, each } = check;
			const entry =
				each === undefined || each.field !== undefined ? undefined : byKind(each.check, calendars);
			return {
				...entry,
				as: 'list',
				...(entry && { each: entry.as }),
				...(separator && { separator }),
			};
		}
		default:
			return undefined;
	}
}

function bySource(
	source: SourceSettings | undefined,
	calendars: Policy['calendars'],
): Showing | undefined {
	switch (source?.compareAs) {
		case 'number':
		case 'money':
			return { as: source.compareAs, ...decimalOf(source) };
		case 'date':
			return { as: 'date', timezone: teamZone(source.timezone, calendars), ...formatOf(source) };
		default:
			return undefined;
	}
}

const decimalOf = ({ decimal }: Pick<Showing, 'decimal'>) =>
	decimal === undefined ? {} : { decimal };

const formatOf = ({ format }: Pick<Showing, 'format'>) => (format === undefined ? {} : { format });

/** Where only one currency is in order, an amount without one is in it. */
const currencyOf = (currencies: readonly string[] = []): Pick<Showing, 'currency'> =>
	currencies.length === 1 ? { currency: currencies[0] } : {};

/** The field that holds the currency of the amounts in another one. */
export const currencyFieldOf = (field: string, { requirements }: Judging): string | undefined =>
	requirements.flatMap((one) =>
		one.field === field && one.check.kind === 'money' ? (one.check.currencyField ?? []) : [],
	)[0];
