import { ok, type Instant, type Result } from '../primitives/index.ts';
import type { JournalStore } from '../storage/index.ts';

/** Events read at once: a history of any length becomes a file without lying in memory as objects. */
const PAGE = 1000;

/** The whole journal as a file: `{format, version, exported, events}` in JSON, in the order of ids. */
export interface HistoryFile {
  readonly name: string;
  readonly blob: Blob;
  /** Events in it. */
  readonly count: number;
}

/**
 * Reads the whole journal into a file, a page at a time.
 *
 * @param date as the file's name says it, e.g. `2026-11-23`
 */
export async function historyFile(
  store: Pick<JournalStore, 'eventsAfter'>,
  now: Instant,
  date: string,
): Promise<Result<HistoryFile>> {
  const exported = new Date(now).toISOString();
  const parts = [`{"format":"recite-history","version":1,"exported":"${exported}","events":[`];
  let last: string | null = null;
  let count = 0;
  for (;;) {
    const page = await store.eventsAfter(last, PAGE);
    if (!page.ok) return page;
    const lines = page.value.map((event) => JSON.stringify(event)).join(',\n');
    if (lines) parts.push(count > 0 ? ',\n' : '\n', lines);
    count += page.value.length;
    const end = page.value[page.value.length - 1];
    if (!end || page.value.length < PAGE) break;
    last = end.id;
  }
  parts.push('\n]}\n');
  const blob = new Blob(parts, { type: 'application/json' });
  return ok({ name: `recite-history-${date}.json`, blob, count });
}

/** How long the browser may take to begin the download before the file is let go. */
const KEEP_MS = 60_000;

/** Hands a file to the person as a download. */
export function saveFile({ name, blob }: Pick<HistoryFile, 'name' | 'blob'>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}
