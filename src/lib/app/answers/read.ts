import { ok, type Result } from '../../primitives/index.ts';
import {
  AnswerLogBuilder,
  cardAnswers,
  isCardEvent,
  type AnswerLog,
  type CardEvent,
  type CardId,
} from '../../journal/index.ts';
import type { JournalStore } from '../../storage/index.ts';
import { turn } from '../turn.ts';

/** Events read at once: short enough that nothing else on the page has to wait for it. */
const PAGE = 1000;
/** Cards folded before others get their turn. */
const CARDS_AT_ONCE = 200;

/**
 * Reads the whole journal, a page at a time, and folds it into a log of answers. Between the pages
 * others get their turn.
 *
 * @param tell called after each page with how many events have been read
 */
export async function readAnswerLog(
  store: Pick<JournalStore, 'eventsAfter' | 'settings'>,
  tell: (events: number) => void,
): Promise<Result<AnswerLog>> {
  const settings = await store.settings();
  if (!settings.ok) return settings;
  const byCard = new Map<CardId, CardEvent[]>();
  let count = 0;
  for (let last: string | null = null; ;) {
    const page = await store.eventsAfter(last, PAGE);
    if (!page.ok) return page;
    for (const event of page.value) if (isCardEvent(event)) keep(byCard, event);
    count += page.value.length;
    tell(count);
    const end = page.value[page.value.length - 1];
    if (!end || page.value.length < PAGE) break;
    last = end.id;
  }
  const builder = new AnswerLogBuilder(count);
  let folded = 0;
  for (const [card, events] of byCard) {
    builder.add(card, cardAnswers(card, events, settings.value));
    // Half a million events need not lie in memory longer than they are needed.
    byCard.delete(card);
    if (++folded % CARDS_AT_ONCE === 0) await turn();
  }
  return ok(builder.build());
}

function keep(byCard: Map<CardId, CardEvent[]>, event: CardEvent): void {
  const known = byCard.get(event.card);
  if (known) known.push(event);
  else byCard.set(event.card, [event]);
}
