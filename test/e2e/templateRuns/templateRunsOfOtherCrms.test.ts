import { COMBINATIONS } from '../../../templates/builder/files/catalogue';
import { describeRuns } from './describeRuns';

const CRMS = ['pipedrive', 'salesforce', 'zoho', 'airtable', 'google-sheets', 'webhook'];

describeRuns(COMBINATIONS.filter(({ crm }) => CRMS.includes(crm.system)));
