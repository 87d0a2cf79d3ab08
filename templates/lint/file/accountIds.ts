import { isExpression } from 'n8n-workflow';
import { z } from 'zod';
import { remark, type Remark } from '../remark';
import { placeholdersIn } from './textsIn';
import type { WorkflowNode } from './workflowFile';

const locatorSchema = z.object({
	__rl: z.literal(true),
	mode: z.enum(['id', 'list']),
	value: z.string().min(1),
});

/** Members of a node that name a model: a vendor gives everybody the same ones. */
const MODEL = /^model(?:Id|Name)?$/;
/** A model that was trained in one account. */
const OWN_MODEL = /^(?:ft:|projects\/|accounts\/)|\/tunedModels?\//i;
/** The first tab of every spreadsheet. */
const FIRST_TAB = /^(?:gid=)?0$/;
/** No id of a vendor is that short and without a figure, or has a blank. */
const LONGEST_WORD = 14;

/** What is called the same in every account: a model, a first tab, “My Drive”, “documents”. */
function isEverywhere(member: string, value: string): boolean {
	if (MODEL.test(member)) return !OWN_MODEL.test(value);
	if (FIRST_TAB.test(value)) return true;
	if (/[\p{N}@/]/u.test(value)) return false;
	return value.length <= LONGEST_WORD || value.includes(' ');
}

/** Finds locators that name a thing of one account by its id. */
export function lintAccountIds({ name, parameters }: WorkflowNode): Remark[] {
	const visit = (value: unknown, at: string, member: string): Remark[] => {
		if (typeof value !== 'object' || value === null) return [];
		const locator = locatorSchema.safeParse(value);
		if (!locator.success) {
			return Object.entries(value).flatMap(([key, one]) => visit(one, `${at}.${key}`, key));
		}
		const chosen = locator.data.value;
		if (isExpression(chosen) || placeholdersIn(chosen).length > 0) return [];
		if (isEverywhere(member, chosen)) return [];
		const message = `“${chosen}” is an id of one account.`;
		const remedy = 'Choose by name, or write <__PLACEHOLDER_VALUE__what to choose__>.';
		return [remark('account-id', { node: name, at, message, remedy })];
	};
	return visit(parameters, 'parameters', '');
}
