import { MARKETING_AGENCY } from './stories/marketingAgency';
import { SERVICE_PROVIDER } from './stories/serviceProvider';
import { SOFTWARE_ONBOARDING } from './stories/softwareOnboarding';
import { judgeStory } from './stories/story';

describe.each([
	['a marketing agency with HubSpot', MARKETING_AGENCY],
	['a managed service provider with Salesforce', SERVICE_PROVIDER],
	['the onboarding of a software company with Airtable', SOFTWARE_ONBOARDING],
])('by the policy of %s', (_who, told) => {
	it.each(told.stories)('$told', (story) => {
		expect(judgeStory(told, story)).toEqual(story.outcome);
	});
});
