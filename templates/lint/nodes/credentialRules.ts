import { isExpression, NodeHelpers } from 'n8n-workflow';
import { remark, type Remark } from '../remark';
import type { NodeCatalogue } from './catalogue';
import type { Subject } from './subject';

/** The parameters of HTTP nodes that name a credential type. */
const NAMING = ['nodeCredentialType', 'genericAuthType'];

/** Which credentials a node has, needs and cannot use. */
export function lintCredentials(subject: Subject, catalogue: NodeCatalogue): Remark[] {
	const { node } = subject;
	const named = namedTypes(subject);
	const { needed } = credentialTypesOf(subject);
	const given = Object.keys(node.credentials);
	return [
		...named.filter((type) => !catalogue.knowsCredential(type)).map(unknownType),
		...lintGiven(subject, given, needed),
		...(given.length > 0 ? [] : needed.map(toChoose)),
	].map((one) => ({ ...one, node: node.name }));
}

/** The credential types that a node needs, and those that it can use at all. */
export const credentialTypesOf = (subject: Subject): { needed: string[]; usable: string[] } => ({
	needed: [...neededTypes(subject), ...namedTypes(subject)],
	usable: usableTypes(subject),
});

/** One that is left over from another choice does no harm, as long as the right one is there. */
function lintGiven(subject: Subject, given: string[], needed: string[]): Remark[] {
	const usable = usableTypes(subject);
	const fits = needed.length === 0 || given.some((type) => usable.includes(type));
	return given
		.filter((type) => !usable.includes(type))
		.map((type) =>
			remark(fits ? 'unused-credential' : 'wrong-credential', {
				at: `credentials.${type}`,
				message: `With its other choices this node does not use a credential of the type ${type}.`,
				remedy: 'Remove it, or change the authentication of the node.',
			}),
		);
}

const shownCredentials = ({ description, asNode, effective }: Subject) =>
	(description.credentials ?? []).filter((credential) =>
		NodeHelpers.displayParameter(effective, credential, asNode, description),
	);

/** Whatever a node can use, it needs, unless it says that it can do without. */
const neededTypes = (subject: Subject): string[] =>
	shownCredentials(subject)
		.filter(({ required }) => required !== false)
		.map(({ name }) => name);

const usableTypes = (subject: Subject): string[] => [
	...shownCredentials(subject).map(({ name }) => name),
	...namedTypes(subject),
];

function namedTypes({ description, asNode, effective }: Subject): string[] {
	return description.properties
		.filter(({ name }) => NAMING.includes(name))
		.filter((one) => NodeHelpers.displayParameter(effective, one, asNode, description))
		.map(({ name }) => effective[name])
		.filter((type): type is string => typeof type === 'string' && type !== '')
		.filter((type) => !isExpression(type));
}

const unknownType = (type: string): Remark =>
	remark('unknown-credential', {
		at: 'parameters',
		message: `n8n has no credential type ${type}.`,
		remedy: 'Choose the credential type again in the editor.',
	});

const toChoose = (type: string): Remark =>
	remark('choose-credential', {
		at: 'credentials',
		message: type,
		remedy: 'Choose or create it in the editor after the import.',
	});
