import { COMBINATIONS } from '../../../templates/builder/files/catalogue';
import { describeRuns } from './describeRuns';

const SEAMS = ['hubspot-leads', 'hubspot-tickets', 'clickup-onboarding', 'clickup-projects'];

describeRuns(COMBINATIONS.filter(({ crm }) => SEAMS.includes(crm.system)));
