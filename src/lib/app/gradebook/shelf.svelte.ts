import { err, ok, type Result } from '../../primitives/index.ts';
import { foldSession } from '../../classroom/index.ts';
import { recordOf, withRecord, type ClassRecord } from '../../gradebook/index.ts';
import {
  memoryGradebook,
  openGradebook,
  type GradebookStore,
} from '../../storage/gradebook/index.ts';
import { sessionLog } from '../classroom/doors.ts';
import { t } from '../../language/index.ts';

/** Where class records lie on this device, opened once a page. */
let opening: Promise<Result<GradebookStore>> | null = null;

/**
 * The gradebook of this device. Where the browser has no storage, one that lasts as long as the page:
 * `durable` says so.
 */
export function gradebook(): Promise<Result<GradebookStore>> {
  return (opening ??= openGradebook().then((opened) =>
    !opened.ok && opened.error.code === 'storage-missing' ? ok(memoryGradebook()) : opened,
  ));
}

/**
 * Keeps what a class has answered: makes the record of that id, or adds its sheets to it. The same
 * sheets again change nothing, so it may be called after every one that was read.
 *
 * @returns the record as it is now on the disk
 */
export async function keepRecord(record: ClassRecord): Promise<Result<ClassRecord>> {
  const store = await gradebook();
  if (!store.ok) return store;
  const changed = await store.value.change(record.id, (known) => withRecord(known, record));
  // What was just made is not null.
  return changed.ok ? ok(changed.value!) : changed;
}

/**
 * Takes a live session into the gradebook, from the log on the machine that led it: when it has ended,
 * or again at any time. Its record has the session's id: `/class/record#…`.
 *
 * @param host the teacher's secret
 */
export async function keepSession(host: string, session: string): Promise<Result<ClassRecord>> {
  const log = await sessionLog(host, session);
  if (!log.ok) return log;
  const [created] = log.value;
  if (!created) return err(EMPTY);
  return keepRecord(recordOf(foldSession(log.value), created.at));
}

/** What was deleted last, for as long as the page is open: then it can still be put back. */
class LastDeleted {
  record = $state.raw<ClassRecord | null>(null);
}
export const lastDeleted = new LastDeleted();

/** Where a record is shown. */
export function recordHref(id: string): string {
  return `/class/record#${encodeURIComponent(id)}`;
}

const EMPTY = {
  code: 'empty-session',
  message: t('Nothing happened in this session, so there is nothing to keep.'),
};
