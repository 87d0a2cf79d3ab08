import { z } from 'zod';
import { hubspotProblem, type ObjectStore, type StoredObject } from './hubspotObjects';
import type { Answer, Routes, VendorRequest } from './vendor';

const value = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const changes = z.object({ properties: z.array(z.object({ name: z.string(), value })) });

const STAGES = {
	appointmentscheduled: 'Appointment scheduled',
	contractsent: 'Contract sent',
	closedwon: 'Closed won',
	closedlost: 'Closed lost',
};
const PIPELINES = [
	{
		pipelineId: 'default',
		label: 'Sales pipeline',
		stages: Object.entries(STAGES).map(([stageId, label]) => ({ stageId, label })),
	},
];

/** Version 1 of HubSpot's deals, which n8n's HubSpot node still uses to make, get and update one. */
export function legacyDealRoutes(deals: ObjectStore): Routes {
	const update = ({ params, body }: VendorRequest): Answer => {
		const deal = deals.find(params.id);
		const read = changes.safeParse(body);
		if (!deal) return hubspotProblem(404, 'OBJECT_NOT_FOUND', 'Deal does not exist');
		if (!read.success) return hubspotProblem(400, 'VALIDATION_ERROR', 'Invalid input JSON');
		deals.change(deal, Object.fromEntries(read.data.properties.map((p) => [p.name, p.value])));
		return { status: 200, body: show(deal) };
	};
	return {
		'POST /deals/v1/deal': ({ body }) => {
			const read = changes.safeParse(body);
			if (!read.success) return hubspotProblem(400, 'VALIDATION_ERROR', 'Invalid input JSON');
			const given = read.data.properties.map((one) => [one.name, one.value]);
			return { status: 200, body: show(deals.add(Object.fromEntries(given))) };
		},
		'PUT /deals/v1/deal/:id': update,
		'GET /crm-pipelines/v1/pipelines/deals': () => ({ status: 200, body: { results: PIPELINES } }),
		'GET /deals/v1/deal/:id': ({ params }) => {
			const deal = deals.find(params.id);
			if (!deal) return hubspotProblem(404, 'OBJECT_NOT_FOUND', 'Deal does not exist');
			return { status: 200, body: show(deal) };
		},
	};
}

function show({ id, properties, associations }: StoredObject) {
	const known = Object.entries(properties).filter(([, content]) => content !== null);
	return {
		portalId: 62515,
		dealId: Number(id),
		isDeleted: false,
		associations: {
			associatedVids: (associations.contacts ?? []).map(Number),
			associatedCompanyIds: (associations.companies ?? []).map(Number),
			associatedDealIds: [],
		},
		properties: Object.fromEntries(
			known.map(([name, content]) => [name, { value: content, source: 'CRM_UI', versions: [] }]),
		),
	};
}
