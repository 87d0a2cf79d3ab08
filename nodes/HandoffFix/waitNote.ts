import type { IExecuteFunctions } from 'n8n-workflow';
import { escapeHtml } from '../domain/base/html';
import { formatInstantInZone } from '../domain/base/instant';
import { openFixerLinks, type FixHandoff } from '../domain/fixing/gaps';

/**
 * What the editor shows beside the node while it waits. n8n evaluates it with nothing at hand but
 * the address that the waiting run left, so what there is to say travels behind the # of it.
 */
export const FIX_TOOLTIP =
	"={{ $execution.resumeUrl.includes('#') ? decodeURIComponent($execution.resumeUrl.split('#')[1]) + '. <a href=\"' + $execution.resumeUrl.split('#')[0] + '\" target=\"_blank\">Open the page</a>' : 'Waiting until what is missing is supplied; the links are in what left by Notify' }}" as const;

/** Leaves word for the editor for whom the node waits and until when, with the page of the first. */
export function noteFixWait(context: IExecuteFunctions, handoff: FixHandoff): void {
	const asked = openFixerLinks(handoff);
	const [first] = asked;
	if (first === undefined) return;
	const { respondBy, timezone } = handoff.fixing;
	const people = asked.map(({ name, email }) => escapeHtml(name || email)).join(', ');
	const until = formatInstantInZone(Date.parse(respondBy), timezone);
	const said = encodeURIComponent(`Waiting for ${people} until ${until}`);
	context.setMetadata({ resumeUrl: `${first.url}#${said}` });
}
