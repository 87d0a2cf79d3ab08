import { COMBINATIONS } from '../../../templates/builder/files/catalogue';
import { describeRuns } from './describeRuns';

describeRuns(COMBINATIONS.filter(({ crm }) => crm.system === 'hubspot'));
