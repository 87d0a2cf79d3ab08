import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { HandoffProblem } from '../domain/base/problem';
import { languageSchema, WORDINGS, type Language } from '../domain/language/languages';
import { wordingChangesSchema, type Wording } from '../domain/language/wording';
import { jsonValue } from './jsonValue';
import { languages } from './languageOptions';

/** How the pages and messages of a node look and speak. */
export interface PageLook {
	branding: { accent: string; logo: string };
	wording: Wording;
}

/** The options that say it, the same on every node with a page. */
export const lookProperties = {
	accent: {
		displayName: 'Accent Color',
		name: 'accent',
		type: 'color',
		default: '#1f6feb',
		description: 'Color of the button and of the links on the page',
	},
	language: {
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: languages,
		default: 'en',
		description:
			'Language of the page and of the messages, for everybody who has none of their own. Without it, that of the policy.',
	},
	logo: {
		displayName: 'Logo',
		name: 'logo',
		type: 'string',
		default: '',
		placeholder: 'e.g. data:image/png;base64,…',
		description:
			'Image shown on the page, as a data: URL, because the page loads nothing from elsewhere',
	},
	wording: {
		displayName: 'Wording',
		name: 'wording',
		type: 'json',
		default: '{}',
		description:
			'Texts of the page and of the messages that replace those of the language, by their names. The files in templates/wordings show all of them.',
	},
} as const satisfies Record<string, INodeProperties>;

/** The same as they come from the form. */
export const lookShape = {
	accent: z
		.string()
		.regex(/^(#[0-9a-fA-F]{6})?$/, 'expected a color such as #3447c9')
		.default(''),
	language: languageSchema.optional(),
	logo: z
		.string()
		.regex(/^(data:image\/[^\s"'<>]+)?$/, 'expected an image as a data: URL')
		.default(''),
	wording: z.unknown().transform(jsonValue),
};

type LookOptions = z.infer<z.ZodObject<typeof lookShape>>;

/**
 * Reads the options of a page's look. Without a language of its own it speaks that of the policy.
 *
 * @throws HandoffProblem when the texts are none of ours
 */
export const readLook = (
	{ accent, logo, language, wording }: LookOptions,
	policyLanguage: Language | undefined,
): PageLook => ({
	branding: { accent, logo },
	wording: readWording(language ?? policyLanguage, wording),
});

function readWording(language: Language | undefined, wording: unknown): Wording {
	const changes = wordingChangesSchema.safeParse(wording ?? {});
	if (changes.success) return { ...WORDINGS[language ?? 'en'], ...changes.data };
	const [issue] = changes.error.issues;
	throw new HandoffProblem(
		`“Wording” cannot be used: ${[...(issue?.path ?? []), issue?.message].join(' ')}`,
		'Write a JSON object whose members are names of texts of the page.',
	);
}
