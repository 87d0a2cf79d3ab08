import type { Instant } from '../base/instant';
import { readExceptionFields } from '../exceptions/exceptionForm';
import { waivableGap } from '../exceptions/waivableGap';
import type { WantedException } from '../handoff/exception';
import type { FixerLink } from '../handoff/fixing';
import type { Finding } from '../handoff/verdict';
import type { FormBody } from '../page/formBody';
import type { FormError } from '../page/formError';
import type { FixHandoff } from './gaps';
import { exceptionTermsOf, keptExceptions } from './pendingExceptions';

interface Wanting {
	handoff: FixHandoff;
	link: FixerLink;
	gaps: readonly Finding[];
	now: Instant;
}

/** What the form of a fixer says cannot be supplied, and what is wrong with that. */
export function readWanted(
	form: FormBody,
	{ handoff, link, gaps, now }: Wanting,
): { typed: WantedException[]; errors: FormError[] } {
	const kept = keptExceptions(handoff);
	const terms = exceptionTermsOf(handoff);
	const wanted: { typed: WantedException[]; errors: FormError[] } = { typed: [], errors: [] };
	for (const gap of gaps) {
		const own = kept.find(({ requirementId }) => requirementId === gap.requirementId);
		const { may } = waivableGap(terms, gap, { asker: link.email, kept: own });
		const read = readExceptionFields(form, gap, { now, terms: may ? terms : undefined });
		if (read.kind === 'asked') wanted.typed.push(read.exception);
		if (read.kind !== 'refused') continue;
		wanted.typed.push(read.typed);
		wanted.errors.push(...read.errors);
	}
	return wanted;
}
