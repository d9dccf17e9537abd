import type { Failure } from '../../primitives/index.ts';
import { t } from '../../language/index.ts';
import { ownWords } from '../own-words.ts';

/** What is said of the journal does not fit documents: nobody was answering. */
export const { attempt, inWords } = ownWords({
  'storage-missing': t(
    'This browser has no storage that Recite can use, so documents that you add are gone when this page is closed. Use a current browser outside private mode.',
  ),
  'storage-refused': t(
    'The browser refused to open Recite’s storage. Your documents are not lost, but they cannot be read now. Allow this site to store data, or leave private mode, and reload.',
  ),
  'storage-full': t(
    'The device is out of space, so this document was not saved. All that was there before is kept. Free some space and try again.',
  ),
  'storage-newer': t(
    'Your documents were saved by a newer version of Recite. They are untouched. Reload to get that version.',
  ),
});

/** The pieces do not make a bank: another program has been at them, or the disk. */
export const DAMAGED: Failure = {
  code: 'document-damaged',
  message: t(
    'This document can no longer be read from the device’s storage. Add its files once more.',
  ),
};
