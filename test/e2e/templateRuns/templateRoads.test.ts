import { describeRuns } from './describeRuns';
import { ON_THEIR_ROAD } from './everyAdapter';

describeRuns(ON_THEIR_ROAD, 'road');
