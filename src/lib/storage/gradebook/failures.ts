import type { Failure } from '../../primitives/index.ts';
import { t } from '../../language/index.ts';

/** What is said of the journal does not fit class records: nobody was answering. */
const OWN: Readonly<Record<string, string>> = {
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
};

/** The same failure, in words about class records. */
export function gradebookFailure({ code, message }: Failure): Failure {
  return { code, message: OWN[code] ?? message };
}
