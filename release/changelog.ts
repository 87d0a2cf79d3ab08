const HEADING = /^## \[(.+?)\](?: - (\d{4}-\d{2}-\d{2}))?$/;

export interface Section {
	name: string;
	/** As `YYYY-MM-DD`; undefined for what is not released. */
	date: string | undefined;
	text: string;
}

/** The sections of a changelog in the form of Keep a Changelog, newest first. */
export function sectionsOf(changelog: string): Section[] {
	const sections: Section[] = [];
	for (const line of changelog.split('\n')) {
		const [heading, name = '', date] = HEADING.exec(line) ?? [];
		const last = sections.at(-1);
		if (heading !== undefined) sections.push({ name, date, text: '' });
		else if (last) last.text += `${line}\n`;
	}
	return sections.map((section) => ({ ...section, text: section.text.trim() }));
}

/**
 * The changelog with what was unreleased as the version, and an empty Unreleased above it.
 *
 * @param date as `YYYY-MM-DD`
 * @throws Error when nothing is noted under Unreleased, or the version is there already
 */
export function releaseSection(changelog: string, version: string, date: string): string {
	const sections = sectionsOf(changelog);
	const unreleased = sections.find(({ name }) => name === 'Unreleased');
	if (!unreleased || unreleased.text === '') {
		throw new Error('CHANGELOG.md says nothing under "## [Unreleased]". Write what changed first.');
	}
	if (sections.some(({ name }) => name === version)) {
		throw new Error(`CHANGELOG.md has a section for ${version} already. Choose another version.`);
	}
	return changelog.replace('## [Unreleased]\n', `## [Unreleased]\n\n## [${version}] - ${date}\n`);
}
