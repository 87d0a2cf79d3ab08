import type { MessageBlock } from './document';

/** A button that opens the record; none when the record has no address. */
export const recordButton = (
	{ url }: { url: string },
	label = 'Open the record',
): MessageBlock[] => (url === '' ? [] : [{ kind: 'buttons', buttons: [{ label, url }] }]);
