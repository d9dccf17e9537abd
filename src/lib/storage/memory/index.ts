import { err, ok, type Result } from '../../primitives/index.ts';
import {
  bankOf,
  canAdvance,
  isCardEvent,
  settingsTimeline,
  type CardEvent,
  type CardSnapshot,
  type DayCounts,
  type JournalEvent,
} from '../../journal/index.ts';
import {
  changeByAdvancing,
  changeByFolding,
  changedDay,
  changesFolded,
  foldAll,
} from '../apply.ts';
import { isSettings } from '../changes.ts';
import { FAILURES } from '../failures.ts';
import type { Appended, JournalStore, RareKind, Rebuilt } from '../port.ts';

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
  const cardsOfBank = (bank: string) => sortedCards().filter(({ card }) => bankOf(card) === bank);
  const queued = (bank: string, from: number, to: number) =>
    cardsOfBank(bank)
      .filter(({ queueDay }) => queueDay !== undefined && queueDay >= from && queueDay <= to)
      .sort((a, b) => a.queueDay! - b.queueDay!);

  function rebuild(): Rebuilt {
    const folded = foldAll([...events.values()]);
    const old = new Map([...cards].map(([card, snapshot]) => [card, JSON.stringify(snapshot)]));
    cards = new Map(folded.snapshots.map((snapshot) => [snapshot.card, snapshot]));
    days = new Map(folded.days.map((counts) => [counts.day, counts]));
    const kept = [...cards].filter(([card, now]) => old.get(card) === JSON.stringify(now)).length;
    const all = new Set([...old.keys(), ...cards.keys()]).size;
    return { cards: cards.size, corrected: all - kept };
  }

  function applyCardEvent(event: CardEvent): CardSnapshot {
    const before = cards.get(event.card) ?? null;
    const change = canAdvance(before, event, timeline())
      ? changeByAdvancing(before, event, timeline())
      : changeByFolding(eventsOf(event.card), [event], timeline());
    cards.set(event.card, change.snapshot);
    for (const counts of change.counts) {
      const sum = changedDay(days.get(counts.day), counts);
      if (sum) days.set(counts.day, sum);
      else days.delete(counts.day);
    }
    return change.snapshot;
  }

  function append(event: JournalEvent, expectedLast?: string | null): Result<Appended> {
    const known = isCardEvent(event) ? (cards.get(event.card) ?? null) : null;
    if (events.has(event.id)) return ok({ snapshot: known });
    if (!isCardEvent(event)) {
      events.set(event.id, event);
      if (isSettings(event) && changesFolded(event, [...cards.values()])) rebuild();
      return ok({ snapshot: null });
    }
    if (expectedLast !== undefined && expectedLast !== (known?.lastEvent ?? null)) {
      return err(FAILURES.stale);
    }
    const snapshot = applyCardEvent(event);
    events.set(event.id, event);
    return ok({ snapshot });
  }

  return {
    durable: false,
    prepare: () => Promise.resolve(ok(undefined)),
    append: (event, expectedLast) => Promise.resolve(append(event, expectedLast)),
    appendAll(all, expectedLast) {
      for (const [at, event] of all.entries()) {
        const appended = append(event, at === 0 ? expectedLast : undefined);
        if (!appended.ok) return Promise.resolve(appended);
      }
      return Promise.resolve(ok(undefined));
    },
    card: (id) => Promise.resolve(ok(cards.get(id) ?? null)),
    cardsOf: (ids) => Promise.resolve(ok(ids.flatMap((id) => cards.get(id) ?? []))),
    due: (bank, from, to, limit) =>
      Promise.resolve(ok(queued(bank, from, to).slice(0, atMost(limit)))),
    dueIds: (bank, from, to) => Promise.resolve(ok(queued(bank, from, to).map(({ card }) => card))),
    dueCounts(bank, from, to) {
      const counts = [];
      for (let day = from; day <= to; day++) {
        counts.push({ day, count: queued(bank, day, day).length });
      }
      return Promise.resolve(ok(counts));
    },
    cardIds: (bank) => Promise.resolve(ok(cardsOfBank(bank).map(({ card }) => card))),
    cards: (bank) => Promise.resolve(ok(bank === undefined ? sortedCards() : cardsOfBank(bank))),
    editedCards: () => Promise.resolve(ok(sortedCards().filter(({ edit }) => edit))),
    days: (from, to) =>
      Promise.resolve(
        ok(
          [...days.values()]
            .filter(({ day }) => day >= from && day <= to)
            .sort((a, b) => a.day - b.day),
        ),
      ),
    latest(limit, before) {
      const events = sortedEvents().filter(({ id }) => before === undefined || id < before);
      return Promise.resolve(ok(events.reverse().slice(0, atMost(limit))));
    },
    eventsOf: (card) => Promise.resolve(ok(eventsOf(card))),
    eventsAfter: (id, limit) =>
      Promise.resolve(
        ok(
          sortedEvents()
            .filter((event) => id === null || event.id > id)
            .slice(0, atMost(limit)),
        ),
      ),
    eventsOfKind<Kind extends RareKind>(kind: Kind) {
      type Wanted = Extract<JournalEvent, { readonly kind: Kind }>;
      const isWanted = (event: JournalEvent): event is Wanted => event.kind === kind;
      return Promise.resolve(ok(sortedEvents().filter(isWanted)));
    },
    settings: () => Promise.resolve(ok(timeline())),
    rebuild: () => Promise.resolve(ok(rebuild())),
    onchanged() {},
    onclosed() {},
    close() {},
  };
}
