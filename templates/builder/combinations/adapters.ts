import type { FlowPart, Position, TemplateNode } from '../nodes/workflow';

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
	owner?: Array<Omit<TemplateNode, 'at'>>;
	/** The record as the gate judges it, where that is not what was found. */
	record?: Array<Omit<TemplateNode, 'at'>>;
	/** What a second system says about the records, which the policy compares with theirs. */
	second?: {
		/** Reads all of it, once for all records: one node, or a few in line. */
		read: Array<Omit<TemplateNode, 'at'>>;
		/** Adds to each record, by input 1, what was read of it, by input 2; leaves no record out. */
		add: Omit<TemplateNode, 'at'>;
	};
	/** Reads one record again after it was accepted; left out where records are sent to us. */
	readAgain?: {
		/** Gives nothing when the record is not to be handed over any more. */
		read: (at: Position) => TemplateNode;
		/** What goes back to the gate: see `recordNow`. */
		record: (at: Position) => TemplateNode;
	};
	/** How what somebody filled in gets into the record. */
	writeBack: WriteBack;
	/** Notes on the record what the message in the envelope of the item says. */
	note: (node: Placed) => TemplateNode;
	/** Writes the address of the task back, which also takes the record out of the search. */
	writeLink: (node: Placed, url: string) => TemplateNode;
	/** The way in of records that another system sends, instead of a search. */
	sent?: () => FlowPart;
	/** What a person does once, in the CRM and in the flow; Markdown list entries. */
	setUp: string[];
}

/** The nodes between *Write* of “Check before writing” and the next look at the record. */
export interface WriteBack {
	/** Whether each value is an item, which is what holds when left out, or all of a record. */
	itemsAre?: 'values' | 'record';
	/** Leaves nothing of the item but what is to be written, for a node that writes all it gets. */
	before?: (at: Position) => TemplateNode;
	/** Writes what `$json.write` of the item says, see the node Handoff Fix. */
	write: (node: Placed) => TemplateNode;
	/** The record with the values in it, where nothing can be read again. */
	after?: (at: Position) => TemplateNode;
}

export interface Placed {
	name: string;
	at: Position;
}

/** What a template needs to know of a project tool. */
export interface ProjectAdapter {
	label: string;
	system: string;
	/** Members of the settings that its nodes or addresses need. */
	settings?: Record<string, string>;
	/**
	 * Lists what may be the task already, one item each. `mark` is how its title ends, as a text with
	 * expressions in braces; `since` is an expression: no task is older.
	 */
	findTask: (node: Placed, about: { mark: string; since: string }) => TemplateNode;
	/** `title` is a text with expressions in braces, `message` an expression for the agreed brief. */
	createTask: (node: Placed, task: { title: string; message: string }) => TemplateNode;
	/** Writes the brief into the task where that is no part of its creation; never stops the flow. */
	describeTask?: (places: [Position, Position]) => TemplateNode[];
	/** Expressions over a task as item, as listed or as created. */
	task: { id: string; title: string; url: string };
	setUp: string[];
}

/** What a template needs to know of a channel. */
export interface ChannelAdapter {
	label: string;
	system: string;
	/** Members of the settings: where to write when nobody in particular is meant. */
	settings: Record<string, string>;
	/** Finds a person by e-mail address, where the channel has another name for people. */
	findPerson?: (node: Placed, email: string) => TemplateNode;
	/** Tells a person or, when the channel does not know them, whoever reads `instead`. */
	tellPerson: (node: Placed, words: PersonalWords) => TemplateNode;
	/** Tells everybody who is responsible; `message` is an expression. */
	tellTeam: (node: Placed, message: string) => TemplateNode;
	/** Tells them a plain text, in which expressions stand in braces. */
	tellPlain: (node: Placed, text: string) => TemplateNode;
	setUp: string[];
}

/** Expressions for a message to one person. */
export interface PersonalWords {
	message: string;
	/** Over the item before the person is looked up. */
	email: string;
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
