import { describeRuns } from './describeRuns';
import { OTHER_SEAMS } from './everyAdapter';

describeRuns(OTHER_SEAMS);
