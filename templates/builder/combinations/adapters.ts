import type { FlowPart, Position, Sticky, TemplateNode } from '../nodes/workflow';

/** Who hands what over to whom, in the words of the notes on the canvas. */
export interface Seam {
	/** `won HubSpot deals` */
	records: string;
	/** `A deal that is won in HubSpot` */
	one: string;
	/** `delivery` */
	receiver: string;
}

/** What a template needs to know of a CRM. Expressions are n8n's, without the braces. */
export interface CrmAdapter {
	/** As the user knows it: `HubSpot`. */
	label: string;
	/** As file names and ledger rows have it: `hubspot`. */
	system: string;
	/** What people call a record there: `deal`. */
	recordName: string;
	/** A won deal from sales to delivery when left out. */
	seam?: Seam;
	/** The policy that fits the fields of this CRM. */
	policy: Record<string, unknown>;
	/** Members of the settings: what the address of a record is made of. */
	settings: Record<string, string>;
	/** Finds the records that are to be handed over and have not been: one node, or a few in line. */
	find: () => Array<Omit<TemplateNode, 'at'>>;
	/** Reads who sells it, where the record itself does not say so. */
	owner?: (at: Position) => TemplateNode;
	/** The record as the gate judges it; `found` is the record as it was found. */
	record: (at: Position) => TemplateNode;
	/** Notes on the record what the message in the envelope says; `handoff` is an expression for it. */
	note: (node: { name: string; at: Position }, handoff: string) => TemplateNode;
	/** Writes the address of the task back, which also takes the record out of the search. */
	writeLink: (node: { name: string; at: Position }, url: string) => TemplateNode;
	/** Expressions over the record as it was found. */
	expressions: { id: string; version: string; title: string; ownerEmail: string };
	/** A way in of its own beside the search, and what else belongs to it. */
	more?: FlowPart & { stickies: Sticky[] };
	/** What a person does once, in the CRM and in the flow; Markdown list entries. */
	setUp: string[];
}

/** What a template needs to know of a project tool. */
export interface ProjectAdapter {
	label: string;
	system: string;
	/** Members of the settings that its nodes or addresses need. */
	settings?: Record<string, string>;
	/**
	 * Lists what may be the task already. Both are expressions: `mark` is how its title ends, and no
	 * task is older than `since`.
	 */
	findTask: (
		node: { name: string; at: Position },
		about: { mark: string; since: string },
	) => TemplateNode;
	createTask: (
		node: { name: string; at: Position },
		task: { title: string; text: string },
	) => TemplateNode;
	/** Writes the text into the task where that is no part of its creation; never stops the flow. */
	describeTask?: (
		places: [Position, Position],
		written: { task: string; text: string },
	) => TemplateNode[];
	/** Expressions over a task, as listed or as created; an answer that is no task has no id. */
	task: {
		/** The tasks in an item of the listing, where an item is not a task itself. */
		listed?: (item: string) => string;
		id: (task: string) => string;
		/** Only ever asked of listed tasks. */
		title: (task: string) => string;
		url: (task: string) => string;
	};
	setUp: string[];
}

/** What a template needs to know of a channel. */
export interface ChannelAdapter {
	label: string;
	system: string;
	/** Members of the settings: where to write when nobody in particular is meant. */
	settings: Record<string, string>;
	/** Finds a person by e-mail address, where the channel has another name for people. */
	findPerson?: (node: { name: string; at: Position }, email: string) => TemplateNode;
	/** Tells a person or, when the channel does not know them, whoever reads `instead`. */
	tellPerson: (node: { name: string; at: Position }, words: PersonalWords) => TemplateNode;
	/** Tells everybody who is responsible. */
	tellTeam: (node: { name: string; at: Position }, message: string) => TemplateNode;
	setUp: string[];
}

/** Expressions for a message to one person. */
export interface PersonalWords {
	message: string;
	email: string;
	/** What `findPerson` answered. */
	lookup: string;
	/** One of the settings of the channel. */
	instead: string;
}

/** What a template is made of. */
export interface Combination {
	crm: CrmAdapter;
	project: ProjectAdapter;
	channel: ChannelAdapter;
}

/** n8n's own mark for a value that a person must choose. */
export const placeholder = (what: string): string => `<__PLACEHOLDER_VALUE__${what}__>`;

/** What most CRMs are for: sales hands a won deal over to delivery. */
export const seamOf = ({ seam, label, recordName }: CrmAdapter): Seam =>
	seam ?? {
		records: `won ${label} ${recordName === 'opportunity' ? 'opportunities' : `${recordName}s`}`,
		one: `${/^[aeiou]/.test(recordName) ? 'An' : 'A'} ${recordName} that is won in ${label}`,
		receiver: 'delivery',
	};
