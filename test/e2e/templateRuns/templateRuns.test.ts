import { describeRuns } from './describeRuns';
import { SALES_TO_DELIVERY } from './everyAdapter';

describeRuns(SALES_TO_DELIVERY);
