import { err, ok } from '../primitives/index.ts';
import {
  canAdvance,
  isCardEvent,
  settingsTimeline,
  type CardEvent,
  type CardSnapshot,
  type DayCounts,
  type JournalEvent,
} from '../journal/index.ts';
import {
  changeByAdvancing,
  changeByFolding,
  changedDay,
  changesFolded,
  foldAll,
  isSettings,
} from './apply.ts';
import { FAILURES } from './failures.ts';
import type { JournalStore } from './port.ts';

const atMost = (limit = Infinity) => Math.max(0, limit);

/** A journal that is gone when the page is: for browsers without storage, and for tests. */
export function memoryStore(): JournalStore {
  const events = new Map<string, JournalEvent>();
  let cards = new Map<string, CardSnapshot>();
  let days = new Map<number, DayCounts>();

  const sortedEvents = () => [...events.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const cardEvents = () => [...events.values()].filter(isCardEvent);
  const eventsOf = (card: string) => cardEvents().filter((event) => event.card === card);
  const timeline = () => settingsTimeline([...events.values()].filter(isSettings));
  const sortedCards = () => [...cards.values()].sort((a, b) => (a.card < b.card ? -1 : 1));
  const queued = (from: number, to: number) =>
    sortedCards()
      .filter(({ queueDay }) => queueDay !== undefined && queueDay >= from && queueDay <= to)
      .sort((a, b) => a.queueDay! - b.queueDay!);

  function rebuild() {
    const folded = foldAll([...events.values()]);
    cards = new Map(folded.snapshots.map((snapshot) => [snapshot.card, snapshot]));
    days = new Map(folded.days.map((counts) => [counts.day, counts]));
  }

  function applyCardEvent(event: CardEvent): CardSnapshot {
    const before = cards.get(event.card) ?? null;
    const change = canAdvance(before, event, timeline())
      ? changeByAdvancing(before, event, timeline())
      : changeByFolding(eventsOf(event.card), event, timeline());
    cards.set(event.card, change.snapshot);
    for (const counts of change.counts) {
      const sum = changedDay(days.get(counts.day), counts);
      if (sum) days.set(counts.day, sum);
      else days.delete(counts.day);
    }
    return change.snapshot;
  }

  return {
    durable: false,
    append(event, expectedLast) {
      const known = isCardEvent(event) ? (cards.get(event.card) ?? null) : null;
      if (events.has(event.id)) return Promise.resolve(ok({ snapshot: known }));
      if (!isCardEvent(event)) {
        events.set(event.id, event);
        if (isSettings(event) && changesFolded(event, [...cards.values()])) rebuild();
        return Promise.resolve(ok({ snapshot: null }));
      }
      if (expectedLast !== undefined && expectedLast !== (known?.lastEvent ?? null)) {
        return Promise.resolve(err(FAILURES.stale));
      }
      const snapshot = applyCardEvent(event);
      events.set(event.id, event);
      return Promise.resolve(ok({ snapshot }));
    },
    card: (id) => Promise.resolve(ok(cards.get(id) ?? null)),
    due: (day, limit) => Promise.resolve(ok(queued(0, day).slice(0, atMost(limit)))),
    dueCounts(from, to) {
      const counts = [];
      for (let day = from; day <= to; day++) counts.push({ day, count: queued(day, day).length });
      return Promise.resolve(ok(counts));
    },
    cardIds: () => Promise.resolve(ok(sortedCards().map(({ card }) => card))),
    cards: () => Promise.resolve(ok(sortedCards())),
    days: (from, to) =>
      Promise.resolve(
        ok(
          [...days.values()]
            .filter(({ day }) => day >= from && day <= to)
            .sort((a, b) => a.day - b.day),
        ),
      ),
    latest: (limit) => Promise.resolve(ok(sortedEvents().reverse().slice(0, atMost(limit)))),
    eventsOf: (card) => Promise.resolve(ok(eventsOf(card))),
    eventsAfter: (id, limit) =>
      Promise.resolve(
        ok(
          sortedEvents()
            .filter((event) => id === null || event.id > id)
            .slice(0, atMost(limit)),
        ),
      ),
    settings: () => Promise.resolve(ok(timeline())),
    rebuild() {
      rebuild();
      return Promise.resolve(ok(undefined));
    },
    onclosed() {},
    close() {},
  };
}
