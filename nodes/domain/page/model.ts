import type { Wording } from '../language/wording';
import type { FormError } from './formError';

/** How the pages look, as far as a team may choose. */
export interface Branding {
	/** `#rrggbb`; darkened or lightened where it could not be read. */
	accent?: string;
	/** A `data:image/…` address; any other is left out, as the page loads nothing. */
	logo?: string;
}

/** What every page needs. All texts are plain: escaping is the page's work. */
export interface PageBasis {
	title: string;
	senderTeam: string;
	receiverTeam: string;
	wording: Wording;
	branding: Branding;
	/** IANA name of the zone in which times are said. */
	timezone: string;
}

/** A page with a form that may have been refused. */
export interface FormBasis extends PageBasis {
	/** What to mend; none before the first submit. */
	errors: readonly FormError[];
}

/** A page ready to be sent. */
export interface Page {
	status: number;
	headers: Readonly<Record<string, string>>;
	html: string;
}
