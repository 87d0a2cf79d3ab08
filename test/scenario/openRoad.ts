import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from './chosenTemplate';
import type { Flow } from './flow';
import { openOffice, type Office, type OfficeOptions } from './openOffice';

const TEMPLATE = join(__dirname, '..', '..', 'templates', 'hubspot-to-clickup.json');

/** The whole road: a real n8n with one template, and stand-ins for the vendors around it. */
export interface Road extends Flow, Omit<Office, 'install'> {}

export interface RoadOptions extends OfficeOptions {
	changePolicy?: (policy: Policy) => Policy;
}

/** Starts everything and imports the template as an agency would. */
export async function openRoad({ changePolicy, ...settings }: RoadOptions = {}): Promise<Road> {
	const { install, ...office } = await openOffice(settings);
	return { ...office, ...(await install(readFileSync(TEMPLATE, 'utf8'), changePolicy)) };
}
