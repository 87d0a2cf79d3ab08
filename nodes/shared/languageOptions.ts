import type { INodePropertyOptions } from 'n8n-workflow';
import { languageSchema } from '../domain/language/languages';

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/** The languages in which people can be told things, by their English names. */
export const languages: INodePropertyOptions[] = languageSchema.options
	.map((value) => ({ name: NAMES.of(value) ?? value, value }))
	.sort((one, other) => one.name.localeCompare(other.name, 'en'));
