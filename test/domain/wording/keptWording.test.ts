import { keepWording, keptWordingSchema } from '../../../nodes/domain/wording/keptWording';
import { WORDINGS } from '../../../nodes/domain/language/languages';

const keptAndRead = (wording: Parameters<typeof keepWording>[0]) =>
	keptWordingSchema.parse(JSON.parse(JSON.stringify(keepWording(wording))));

describe('a wording that is kept while a request waits', () => {
	it.each(Object.entries(WORDINGS))('is only the name of the ready one: %s', (name, wording) => {
		expect(keepWording(wording)).toEqual({ ready: name });
		expect(keptAndRead(wording)).toEqual(wording);
	});

	it('keeps what is said otherwise', () => {
		const changed = { ...WORDINGS.de, accept: 'Übernehmen' };

		expect(keepWording(changed)).toEqual({ ready: 'de', changes: { accept: 'Übernehmen' } });
		expect(keptAndRead(changed)).toEqual(changed);
	});

	it('keeps a language of which there is no ready wording', () => {
		const swedish = { ...WORDINGS.en, language: 'sv', accept: 'Acceptera' };

		expect(keptAndRead(swedish)).toEqual(swedish);
	});

	it('passes over a text that is no longer known', () => {
		const kept = { ready: 'en', changes: { accept: 'Take it', shout: 'Hey' } };

		expect(keptWordingSchema.parse(kept)).toEqual({ ...WORDINGS.en, accept: 'Take it' });
	});
});
