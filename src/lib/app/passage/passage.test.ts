import { describe, expect, test } from 'vitest';
import type { Document } from '../../document/index.ts';
import { citedPassage, passageAddress, passageOf } from './quotation.ts';
import { PassageSharing, type SharingPort } from './sharing.svelte.ts';

const text = 'Owls hunt at night. They hear well.';
const document: Document = {
  id: 'd',
  title: 'Birds',
  language: 'en',
  sections: [
    {
      id: 'swifts',
      heading: 'Swifts',
      paragraphs: [{ id: 'swifts-1', text: 'They sleep aloft.' }],
    },
    {
      id: 'owls',
      heading: 'Owls',
      paragraphs: [
        { id: 'owls-1', text: 'Owls are birds.' },
        { id: 'owls-2', text },
      ],
    },
  ],
};
const ORIGIN = 'https://recite.test';
const whole = passageOf(document, 'owls-2', null);
/** `ght. They hear w`, which touches three words. */
const chosen = passageOf(document, 'owls-2', { start: 15, end: 31 });

describe('a passage', () => {
  test('is the whole paragraph, or the whole words that were chosen in it', () => {
    expect(whole).toMatchObject({ text, whole: true });
    expect(chosen).toMatchObject({ text: 'night. They hear well', whole: false });
    expect(passageOf(document, 'owls-2', { start: 0, end: text.length }).whole).toBe(true);
  });

  test('is cited with the title, the section, the paragraph and the address', () => {
    expect(citedPassage(document, whole, ORIGIN)).toBe(
      `“${text}”\n— Birds, “Owls”, paragraph 2\nhttps://recite.test/read#owls-2`,
    );
    expect(passageAddress(document, chosen, ORIGIN)).toBe(
      'https://recite.test/read#owls-2:~:text=night.%20They%20hear%20well',
    );
  });
});

function port(overrides: Partial<SharingPort> = {}) {
  const copied: string[] = [];
  const copy = (words: string) => Promise.resolve(void copied.push(words));
  return { copied, port: { origin: ORIGIN, share: null, copy, ...overrides } };
}

const failing = (error: Error) => () => Promise.reject(error);

describe('sharing', () => {
  test('copies with the citation, and says so', async () => {
    const { copied, port: to } = port();
    const sharing = new PassageSharing(document, to);
    await sharing.copy(whole);
    expect(copied).toEqual([citedPassage(document, whole, ORIGIN)]);
    expect(sharing.said).toContain('Copied');
  });

  test('gives the words to be copied by hand where the browser refuses', async () => {
    const refused = port({ copy: failing(new DOMException('no', 'NotAllowedError')) });
    const sharing = new PassageSharing(document, refused.port);
    await sharing.copy(whole);
    expect([sharing.said, sharing.byHand]).toEqual([null, citedPassage(document, whole, ORIGIN)]);
  });

  test('uses the sheet of the device, or copies the link where there is none or it fails', async () => {
    const shared: unknown[] = [];
    const sheet = port({ share: (data) => Promise.resolve(void shared.push(data)) });
    await new PassageSharing(document, sheet.port).share(whole);
    expect(shared).toEqual([{ title: 'Birds', url: `${ORIGIN}/read#owls-2` }]);
    expect(sheet.copied).toEqual([]);

    for (const share of [null, failing(new Error('broken'))]) {
      const none = port({ share });
      await new PassageSharing(document, none.port).share(whole);
      expect(none.copied).toEqual([`${ORIGIN}/read#owls-2`]);
    }
  });

  test('does nothing more when the sheet was closed', async () => {
    const closed = port({ share: failing(new DOMException('closed', 'AbortError')) });
    const sharing = new PassageSharing(document, closed.port);
    await sharing.share(whole);
    expect([closed.copied, sharing.said, sharing.byHand]).toEqual([[], null, null]);
  });
});
