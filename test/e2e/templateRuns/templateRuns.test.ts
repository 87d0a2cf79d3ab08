import { describeRuns } from './describeRuns';
import { ON_ALL_WAYS } from './everyAdapter';

describeRuns(ON_ALL_WAYS, 'all');
