import type { IExecuteFunctions } from 'n8n-workflow';
import type { AcceptanceRequest } from '../domain/handoff/request';
import { openLinks } from '../domain/acceptance/receivers';
import { escapeHtml } from '../domain/base/html';
import { formatInstantInZone } from '../domain/base/instant';

/**
 * What the editor shows beside the node while it waits. n8n evaluates it with nothing at hand but
 * the address that the waiting run left, so what there is to say travels behind the # of it.
 */
export const WAITING_TOOLTIP =
	"={{ $execution.resumeUrl.includes('#') ? decodeURIComponent($execution.resumeUrl.split('#')[1]) + '. <a href=\"' + $execution.resumeUrl.split('#')[0] + '\" target=\"_blank\">Open the decision page</a>' : 'Waiting until the receiving team decides; the links are in what left by Notify' }}" as const;

/** Leaves word for the editor for whom the node waits and until when, with the page of the first. */
export function noteWait(context: IExecuteFunctions, request: AcceptanceRequest): void {
	const asked = openLinks(request);
	const [first] = asked;
	if (first === undefined) return;
	context.setMetadata({
		resumeUrl: `${first.url}#${encodeURIComponent(describeWait(asked, request))}`,
	});
}

function describeWait(
	asked: ReadonlyArray<{ name: string; email: string }>,
	{ respondBy, timezone }: AcceptanceRequest,
): string {
	const people = asked.map(({ name, email }) => escapeHtml(name || email)).join(', ');
	return `Waiting for ${people} until ${formatInstantInZone(Date.parse(respondBy), timezone)}`;
}
