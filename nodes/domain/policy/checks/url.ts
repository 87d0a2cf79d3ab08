import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { defineCheck } from './check';
import { isUsualAddress } from '../../base/usualAddress';
import { hostOf, hostSchema } from '../hostNames';
import { readable } from '../readable';
import { oneOfThese, say } from '../../language/sentence';
import { flagField, listText, textField, type CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('url'),
	hosts: z
		.array(hostSchema)
		.min(1)
		.optional()
		.describe('The web address must be at or below one of these hosts.'),
	withScheme: z
		.boolean()
		.default(false)
		.describe('Whether the address must start with http:// or https://.'),
}).describe('A web address.');

const FORM: CheckForm = {
	name: 'A Web Address',
	fields: [
		textField('Hosts', 'hosts', {
			read: listText,
			placeholder: 'e.g. docs.example.com, drive.example.com',
			description: 'Where the address must point to, with commas between them; anywhere when empty',
		}),
		flagField(
			'With HTTPS',
			'withScheme',
			'Whether the address must start with https:// or http://',
		),
	],
};

/** A web address with a host that has a dot; CRMs keep them with and without https:// in front. */
export const urlCheck = defineCheck(settingsSchema, FORM, ({ hosts, withScheme }) => {
	const places = hosts && oneOfThese(hosts);
	return {
		control: { kind: 'url' },
		expected: places === undefined ? say('expectedUrl') : say('expectedUrlAt', { hosts: places }),
		judge: (value) => {
			if (typeof value !== 'string') return say('shortfallNotUrl');
			if (hosts === undefined && isUsualAddress(value)) return undefined;
			const text = readable(value);
			const host = hostOf(text, withScheme);
			if (host === undefined) {
				const bare = withScheme && hostOf(text, false) !== undefined;
				return say(bare ? 'shortfallNoScheme' : 'shortfallNotUrl');
			}
			if (hosts === undefined || places === undefined) return undefined;
			const belongs = hosts.some((name) => host === name || host.endsWith(`.${name}`));
			return belongs ? undefined : say('shortfallNotAt', { hosts: places });
		},
	};
});
