import { t } from '../../language/index.ts';
import { ownWords } from '../own-words.ts';

/** What is said of the journal does not fit class records: nobody was answering. */
export const { attempt, inWords } = ownWords({
  'storage-missing': t(
    'This browser has no storage that Recite can use, so class records are gone when this page is closed. Export them before, or use a current browser outside private mode.',
  ),
  'storage-refused': t(
    'The browser refused to open Recite’s storage. Your class records are not lost, but they cannot be read now. Allow this site to store data, or leave private mode, and reload.',
  ),
  'storage-full': t(
    'The device is out of space, so this was not saved. The class records before it are kept. Free some space and try again.',
  ),
  'storage-newer': t(
    'Your class records were saved by a newer version of Recite. They are untouched. Reload to get that version.',
  ),
});
