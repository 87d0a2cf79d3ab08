import type { CompiledPolicy } from './compilePolicy';

/** Looks out for requirements whose field no record holds: mostly a field that is misspelt. */
export interface FieldWatch {
	look(record: unknown): void;
	/** Whether any record held a field of the policy: then they are records that it is meant for. */
	hasSeenAny(): boolean;
	/** A sentence for each requirement whose field no record held; none when there was no record. */
	absent(): string[];
}

export function watchFields({ requirements }: CompiledPolicy): FieldWatch {
	let unseen = requirements;
	let records = 0;
	return {
		look: (record) => {
			records += 1;
			if (unseen.length > 0) unseen = unseen.filter(({ read }) => read(record) === undefined);
		},
		hasSeenAny: () => unseen.length < requirements.length,
		absent: () =>
			records === 0
				? []
				: unseen.map(
						({ requirement: { label, field } }) =>
							`No record holds the field ${field} of “${label}”`,
					),
	};
}
