import { compareVersions, type Result } from './results';

/** The first release in which a decision can leave a waiting node by any output. */
const ACCEPT_FROM = '2.39.0';

/** What Handoff Accept has to do in this release. */
export const expectedOf = (version: string): Result['handoffAccept'] =>
	compareVersions(version, ACCEPT_FROM) < 0 ? 'refuses' : 'runs';
