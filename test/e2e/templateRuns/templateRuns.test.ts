import { COMBINATIONS } from '../../../templates/build/catalogue';
import { describeRuns } from './describeRuns';

describeRuns(COMBINATIONS.filter(({ crm }) => crm.system === 'hubspot'));
