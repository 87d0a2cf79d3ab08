import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Handoff } from '../domain/handoff/envelope';
import type { Target } from '../domain/time/target';
import { lookShape, readLook, type PageLook } from '../shared/pageLook';
import { readAllowance } from '../shared/readAllowance';
import { readEnvelope } from '../shared/readEnvelope';
import { readParameter } from '../shared/readParameter';
import { SUPPLY_WITHIN } from './supplyWithin';

export interface FixParameters {
	handoff: Handoff;
	/** What holds when the policy agrees no `sla.fix`. */
	fallbackTarget: Target;
	look: PageLook;
}

/** Reads what the user typed, for the one handoff of this execution. */
export function readFixParameters(context: IExecuteFunctions): FixParameters {
	const handoff = readEnvelope(context, 0, { verb: 'complete' });
	const field = { name: 'options', displayName: 'Options', itemIndex: 0 };
	const options = readParameter(context, field, z.object(lookShape));
	return {
		handoff,
		fallbackTarget: readAllowance(context, { names: SUPPLY_WITHIN, itemIndex: 0 }),
		look: readLook(options, handoff.agreed.language),
	};
}

/** How the items are cut that leave to be written. */
export interface WriteShape {
	items: 'values' | 'record';
	/** Whether texts must not begin as a formula does. */
	asText: boolean;
}

export function readWriteShape(context: IExecuteFunctions, itemIndex: number): WriteShape {
	const items = { name: 'itemsAre', displayName: 'Items', itemIndex };
	const asText = { name: 'asText', displayName: 'For a Spreadsheet', itemIndex };
	return {
		items: readParameter(context, items, z.enum(['values', 'record'])),
		asText: readParameter(context, asText, z.boolean()),
	};
}
