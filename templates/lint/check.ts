import { HandoffProblem } from '../../nodes/domain/base/problem';
import { checkFiles } from './checkFiles';

try {
	const { report, failed } = checkFiles(process.argv.slice(2));
	console.log(report);
	if (failed) process.exitCode = 1;
} catch (error) {
	if (!(error instanceof HandoffProblem)) throw error;
	console.error(`${error.message}\n→ ${error.remedy}`);
	process.exitCode = 1;
}
