import { ok, type Instant, type Result } from '../primitives/index.ts';
import { ReviewGatherer } from '../journal/index.ts';
import { fit, type Fit } from '../schedule/fit/index.ts';
import type { JournalStore } from '../storage/index.ts';

/** Events read at once: a journal of any length passes through without lying in memory whole. */
const PAGE = 2000;

/** How far a fit has come: first the journal is read, then the parameters are fitted. */
export type FitProgress =
  | { readonly step: 'reading'; readonly events: number }
  /** `share` in [0, 1]. */
  | { readonly step: 'fitting'; readonly share: number };

/**
 * Reads the whole journal, a page at a time, and fits the parameters to it. Takes a while, and the
 * processor for most of it: for a worker.
 *
 * @param inUse the parameters to compare with; null for the standard ones
 */
export async function fitJournal(
  store: Pick<JournalStore, 'eventsAfter'>,
  inUse: readonly number[] | null,
  now: Instant,
  onprogress: (progress: FitProgress) => void,
): Promise<Result<Fit>> {
  const gatherer = new ReviewGatherer();
  let last: string | null = null;
  let events = 0;
  for (;;) {
    const page = await store.eventsAfter(last, PAGE);
    if (!page.ok) return page;
    gatherer.take(page.value);
    events += page.value.length;
    onprogress({ step: 'reading', events });
    const end = page.value[page.value.length - 1];
    if (!end || page.value.length < PAGE) break;
    last = end.id;
  }
  return ok(fit(gatherer.log(), inUse, now, (share) => onprogress({ step: 'fitting', share })));
}
