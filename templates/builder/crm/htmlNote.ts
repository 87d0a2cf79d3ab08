/** An expression for the text of a message as the simple HTML that CRMs keep notes in. */
export const htmlOf = (message: string): string =>
	`${message}.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\\n', '<br>')`;
