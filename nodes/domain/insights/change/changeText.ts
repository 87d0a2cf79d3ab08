/** One thing that changed: what, and what it did. */
export interface ChangeText {
	title: string;
	text: string;
}
