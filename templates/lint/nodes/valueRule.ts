import type { INodeParameters, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Remark, Rule } from '../remark';
import type { Subject } from './subject';

/** One level of parameters: those of the node, of a collection, or of a row of a list. */
export interface Level {
	subject: Subject;
	properties: INodeProperties[];
	given: INodeParameters;
	at: string;
	parentType?: 'collection' | 'fixedCollection';
}

/** What a rule about one value may use. */
export interface ValueContext {
	at: string;
	remark: (rule: Rule, message: string, remedy: string) => Remark;
	/** Whether n8n shows one of the options of a list. */
	isShown: (option: INodePropertyOptions) => boolean;
	/** The remarks on a level below. */
	descend: (below: Pick<Level, 'properties' | 'given' | 'at' | 'parentType'>) => Remark[];
}

/** Looks at one value of a parameter that is shown and is no expression. */
export type ValueRule = (
	value: unknown,
	property: INodeProperties,
	context: ValueContext,
) => Remark[];
