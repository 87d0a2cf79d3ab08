import { z } from 'zod';
import { closestSpelling } from '../base/closestSpelling';
import { refuse } from './problemAt';
import { WINDOWS_ZONES } from './windowsZones';

/** The names of the IANA list without a slash. Hosts know more, and read BST as Dhaka. */
const PLAIN_NAMES = new Set(
	(
		'CET CST6CDT CUBA EET EGYPT EIRE EST EST5EDT GB GB-EIRE GMT GMT+0 GMT-0 GMT0 GREENWICH ' +
		'HONGKONG HST ICELAND IRAN ISRAEL JAMAICA JAPAN KWAJALEIN LIBYA MET MST MST7MDT NAVAJO NZ ' +
		'NZ-CHAT POLAND PORTUGAL PRC PST8PDT ROC ROK SINGAPORE TURKEY UCT UNIVERSAL UTC W-SU WET ZULU'
	).split(' '),
);

/**
 * Names that were found valid; asking the host each time costs more than all counting. The first
 * question makes it load its time zone data, which takes ten milliseconds: when n8n loads the node,
 * not with the first deadline.
 */
const validNames = new Set(['Etc/UTC'].filter(isKnownToHost));

/**
 * Whether the name is in the IANA time zone database. Bare offsets ("+02:00") are no names, and
 * neither are abbreviations that mean several places ("BST", "IST").
 */
export function isTimeZone(name: string): boolean {
	if (validNames.has(name)) return true;
	const listed = /^[A-Za-z]+\//.test(name)
		? !name.toUpperCase().startsWith('SYSTEMV/')
		: PLAIN_NAMES.has(name.toUpperCase());
	if (!listed || name.length > LONGEST_NAME || !isKnownToHost(name)) return false;
	validNames.add(name);
	return true;
}

const LONGEST_NAME = 60;

function isKnownToHost(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en-US', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/** An IANA zone name, such as Europe/Berlin. */
export const timezoneSchema = z.string().superRefine((name, context) => {
	if (isTimeZone(name)) return;
	const written = JSON.stringify(name.slice(0, LONGEST_NAME));
	refuse(context, `${written} is not a time zone`, useIanaName(name));
});

/** How to mend a name that is no zone: with those that were probably meant. */
export function useIanaName(name: string): string {
	const [first = 'Europe/Berlin', ...others] = likelyZones(name.trim().slice(0, LONGEST_NAME));
	if (others.length === 0) return `Use an IANA name such as ${first}.`;
	return `Use an IANA name: ${[first, ...others].join(' or ')}.`;
}

function likelyZones(name: string): string[] {
	const known = ABBREVIATIONS[name.toUpperCase()]?.split(' ');
	if (known) return known;
	const windows = WINDOWS_ZONES.get(name.toLowerCase());
	if (windows !== undefined) return [windows];
	const zones = Intl.supportedValuesOf('timeZone');
	const city = plain(name);
	const ofCity = zones.filter((zone) => plain(zone.slice(zone.lastIndexOf('/') + 1)) === city);
	return ofCity.length > 0 ? ofCity : [closestSpelling(name, zones) ?? []].flat();
}

const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[^A-Za-z]/g, '')
		.toLowerCase();

/** What people write for a zone, and the places where that is said. */
const ABBREVIATIONS: Readonly<Record<string, string | undefined>> = {
	ACST: 'Australia/Adelaide Australia/Darwin',
	ADT: 'America/Halifax',
	AEDT: 'Australia/Sydney Australia/Melbourne',
	AEST: 'Australia/Sydney Australia/Brisbane',
	AKST: 'America/Anchorage',
	ART: 'America/Argentina/Buenos_Aires',
	AST: 'America/Halifax America/Puerto_Rico Asia/Riyadh',
	AWST: 'Australia/Perth',
	BRT: 'America/Sao_Paulo',
	BST: 'Europe/London Asia/Dhaka',
	CAT: 'Africa/Maputo Africa/Johannesburg',
	CDT: 'America/Chicago',
	CEST: 'Europe/Berlin Europe/Paris',
	CST: 'America/Chicago America/Mexico_City Asia/Shanghai',
	EAT: 'Africa/Nairobi',
	ECT: 'America/Guayaquil Europe/Paris',
	EDT: 'America/New_York',
	EEST: 'Europe/Athens Europe/Bucharest',
	ET: 'America/New_York',
	GST: 'Asia/Dubai',
	HKT: 'Asia/Hong_Kong',
	ICT: 'Asia/Bangkok Asia/Ho_Chi_Minh',
	IST: 'Asia/Kolkata Europe/Dublin Asia/Jerusalem',
	JST: 'Asia/Tokyo',
	KST: 'Asia/Seoul',
	MDT: 'America/Denver',
	MESZ: 'Europe/Berlin',
	MEZ: 'Europe/Berlin',
	MSK: 'Europe/Moscow',
	MT: 'America/Denver',
	NST: 'America/St_Johns',
	NZST: 'Pacific/Auckland',
	PDT: 'America/Los_Angeles',
	PKT: 'Asia/Karachi',
	PST: 'America/Los_Angeles Asia/Manila',
	PT: 'America/Los_Angeles',
	SAST: 'Africa/Johannesburg',
	SGT: 'Asia/Singapore',
	SST: 'Pacific/Pago_Pago Asia/Singapore',
	WAT: 'Africa/Lagos',
	WEST: 'Europe/Lisbon',
	WIB: 'Asia/Jakarta',
};
