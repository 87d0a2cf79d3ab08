import type { MessageKind, Person } from '../base/message';
import type { Wording } from '../language/wording';

export interface Fact {
	label: string;
	value: string;
	/** Where the value is an address, which channels that know links write in its place. */
	link?: Link;
}

export interface Link {
	label: string;
	url: string;
}

/** One line of a list: the text, smaller lines below it, and where to go. */
export interface ListEntry {
	text: string;
	details?: readonly string[];
	link?: Link;
}

/** A part of a message, said once and written by each renderer in its channel's form. */
export type MessageBlock =
	| { kind: 'heading'; text: string }
	| { kind: 'paragraph'; text: string }
	| { kind: 'facts'; facts: Fact[] }
	| { kind: 'list'; entries: ListEntry[] }
	| { kind: 'quote'; text: string }
	| { kind: 'buttons'; buttons: Link[] };

/** A message before it has a form. All texts are plain: escaping is the renderer's work. */
export interface MessageDocument {
	kind: MessageKind;
	to: Person[];
	/** The words of its reader, for what the channels add; English when left out. */
	wording?: Wording;
	subject: string;
	blocks: MessageBlock[];
}
