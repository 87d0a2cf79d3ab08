import type { comparisonTexts, findingTexts, kindTexts } from '../../comparisonWording';
import type { expectedTexts, problemTexts } from '../../findingWording';
import type { Wording } from '../../wording';

/** Everything that findings english; a language that leaves one out does not compile. */
export type FindingWording = Pick<
	Wording,
	| keyof typeof comparisonTexts
	| keyof typeof expectedTexts
	| keyof typeof findingTexts
	| keyof typeof kindTexts
	| keyof typeof problemTexts
>;
