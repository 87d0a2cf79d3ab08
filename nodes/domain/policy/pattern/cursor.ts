/** Where a reader is in a pattern. */
export interface Cursor {
	readonly text: string;
	at: number;
}
