import type { ControlledField } from '../handoff/control';
import type { PasswordHash } from '../handoff/proof';
import type { Wording } from '../language/wording';
import type { TypedField } from '../page/readControls';
import type { ChecklistItem, ReturnReason } from '../handoff/terms';

/** What the request asks, and of whom: the measure of what is sent. */
export interface FormTerms {
	checklist: readonly ChecklistItem[];
	returnReasons: readonly ReturnReason[];
	/** The fields that a reason may point at. */
	fields: readonly { field: string; label: string }[];
	/** Whom the signed link was made for. */
	by: { name: string; email: string };
	/** What has to be typed besides the name, where the request asks for it. */
	password?: PasswordHash;
	code?: string;
	/** Whether, and to whom, the question may be handed on. */
	forwarding?: ForwardTerms;
	/** How many questions can still be asked; absent where nobody could answer one. */
	questionsLeft?: number;
	/** The fields whose value may be corrected, as they stand now. */
	correctable?: readonly ControlledField[];
	/** In which the person reads and writes. */
	wording: Wording;
}

export interface ForwardTerms {
	/** Address of the sender, who never decides; empty when it is not known. */
	sender: string;
	/** Addresses of everybody who may decide now or has accepted already. */
	asked: readonly string[];
	/** The mail domains to which it may go; any when not given. */
	domains?: readonly string[];
}

/** What the person had entered, so that a refused form comes back filled in. */
export interface TypedDecision {
	decision?: 'accept' | 'return' | 'forward' | 'ask';
	name: string;
	checked: string[];
	reasons: { code: string; chosen: boolean; note: string; field: string }[];
	comment: string;
	forward: { name: string; email: string; reason: string };
	question: { text: string; field: string };
	/** What stands in each field that may be corrected, changed or not. */
	corrections: TypedField[];
}
