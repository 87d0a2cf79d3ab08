import { COMBINATIONS } from '../../../templates/build/catalogue';
import { describeRuns } from './describeRuns';

/** Records that are sent to us have runs of their own: `sentRecords.test.ts`. */
describeRuns(COMBINATIONS.filter(({ crm }) => crm.system === 'hubspot'));
