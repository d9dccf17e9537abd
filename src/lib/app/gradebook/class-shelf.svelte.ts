import { ok, type Failure, type Result } from '../../primitives/index.ts';
import { foldSession } from '../../classroom/index.ts';
import { readClassFile, recordOf, type ClassRecord } from '../../gradebook/index.ts';
import { readClassList } from '../../markers/index.ts';
import type { RecordHead } from '../../storage/gradebook/index.ts';
import { keptHostSecret } from '../classroom/host-secret.ts';
import { keptSessions, sessionLog } from '../classroom/doors.ts';
import { saveFile } from '../history.ts';
import { ClassLists } from '../markers/class-lists.svelte.ts';
import { allClasses, takeClasses } from './all-classes.ts';
import { gradebook, keepRecord, keepSession, lastDeleted } from './shelf.svelte.ts';
import { plural, t } from '../../language/index.ts';

/** Sessions of the machine behind this page that are looked into for the list. */
const MOST_SESSIONS = 12;

/** The class records of this device, and what else could become one. */
export class ClassShelf {
  /** Null until they were read. */
  heads = $state.raw<readonly RecordHead[] | null>(null);
  /** False: this browser keeps nothing beyond the page. */
  durable = $state(true);
  failure = $state.raw<Failure | null>(null);
  /** What was done, in words. */
  said = $state('');
  busy = $state(false);
  /** Sessions that the machine behind this page keeps and that are not taken in yet. */
  #live = $state.raw<readonly ClassRecord[]>([]);
  live = $derived(
    this.#live.filter(({ id }) => this.heads !== null && !this.heads.some((one) => one.id === id)),
  );
  deleted = $derived(lastDeleted.record);
  readonly lists = new ClassLists();
  #listens = false;

  async load(): Promise<void> {
    const store = await gradebook();
    if (!store.ok) {
      this.failure = store.error;
      this.heads = [];
      return;
    }
    this.durable = store.value.durable;
    this.lists.load();
    if (!this.#listens) store.value.onchanged(() => void this.#read());
    this.#listens = true;
    await this.#read();
    await this.#readLive();
  }

  async #read(): Promise<void> {
    const store = await gradebook();
    if (!store.ok) return;
    const heads = await store.value.heads();
    if (heads.ok) this.heads = heads.value;
    else this.failure = heads.error;
  }

  /** Only where this browser has led a class: else there is nobody to ask. */
  async #readLive(): Promise<void> {
    const host = keptHostSecret();
    if (host === '') return;
    const kept = await keptSessions(host);
    if (!kept.ok) return;
    const known = new Set(this.heads?.map(({ id }) => id));
    const wanted = kept.value.sessions.filter((id) => !known.has(id)).slice(0, MOST_SESSIONS);
    const logs = await Promise.all(wanted.map((session) => sessionLog(host, session)));
    this.#live = logs.flatMap((log) => {
      const created = log.ok ? log.value[0] : undefined;
      if (!log.ok || !created) return [];
      const record = recordOf(foldSession(log.value), created.at);
      // Where nobody answered anything, there is nothing to report.
      return record.sheets.some(({ answers }) => answers.some(Boolean)) ? [record] : [];
    });
  }

  /** Takes in a session of the machine behind this page, as it is by now. */
  keepLive(session: string): Promise<void> {
    return this.#keep(keepSession(keptHostSecret(), session));
  }

  /** A class that was exported, or all of them. What is here already stays. */
  async takeFile(file: Blob): Promise<void> {
    const read = readClassFile(await file.text(), readClassList);
    if (!read.ok) {
      this.failure = read.error;
      return;
    }
    const { records, lists } = read.value;
    const [record] = records;
    if (record && records.length === 1 && lists.length === 0) {
      await this.#keep(keepRecord(record));
      return;
    }
    this.busy = true;
    const taken = await takeClasses(read.value, this.lists);
    this.failure = taken.ok ? null : taken.error;
    if (taken.ok)
      this.said = t(
        'On this device now: {0} and {1} of this file.',
        plural(records.length, 'class record'),
        plural(lists.length, 'class list'),
      );
    await this.#read();
    this.busy = false;
  }

  /** Everything about classes in one file: so that a browser that is cleared takes nothing along. */
  async saveAll(): Promise<void> {
    this.busy = true;
    this.lists.load();
    const file = await allClasses(this.lists.all);
    this.failure = file.ok ? null : file.error;
    if (file.ok) saveFile(file.value);
    this.busy = false;
  }

  async #keep(keeping: Promise<Result<ClassRecord>>): Promise<void> {
    this.busy = true;
    const kept = await keeping;
    this.failure = kept.ok ? null : kept.error;
    if (kept.ok) this.said = t('“{0}” is in the gradebook.', kept.value.title);
    await this.#read();
    this.busy = false;
  }

  /** Puts back what was deleted last. */
  async takeBack(): Promise<void> {
    const { record } = lastDeleted;
    if (!record) return;
    const store = await gradebook();
    const back = store.ok ? await store.value.change(record.id, () => ok(record)) : store;
    this.failure = back.ok ? null : back.error;
    if (!back.ok) return;
    lastDeleted.record = null;
    this.said = t('“{0}” is back.', record.title);
    await this.#read();
  }
}
