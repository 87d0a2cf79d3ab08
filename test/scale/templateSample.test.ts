import { CHANNELS, CRMS, PROJECT_TOOLS } from '../../templates/builder/combinations/adapterLists';
import { describeRuns } from '../e2e/templateRuns/describeRuns';
import { BY_NIGHT } from '../e2e/templateRuns/everyAdapter';

const SAMPLE = 20;

const searched = CRMS.filter(({ sent }) => sent === undefined);

/** Each vendor of each kind several times, and no pair of project tool and channel twice. */
const sample = Array.from({ length: SAMPLE }, (_, index) => {
	const round = Math.floor(index / PROJECT_TOOLS.length);
	const [crm, project, channel] = [
		searched[(index + round) % searched.length],
		PROJECT_TOOLS[index % PROJECT_TOOLS.length],
		CHANNELS[(index + 3 * round) % CHANNELS.length],
	];
	if (!crm || !project || !channel) throw new Error('there are no vendors to choose from');
	return { crm, project, channel };
});

describeRuns([...BY_NIGHT, ...sample], 'all');
