import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import {
  ReviewGatherer,
  type JournalEvent,
  type ReviewEvent,
} from '../../src/lib/journal/index.ts';
import { DAY_MS, seededRandom, uuidv7, type Random } from '../../src/lib/primitives/index.ts';
import type { Rating } from '../../src/lib/schedule/index.ts';
import { fit } from '../../src/lib/schedule/fit/index.ts';
import { FORGETFUL, simulate } from '../../src/lib/schedule/fit/fixture.ts';
import { foldAll } from '../../src/lib/storage/apply.ts';

/** What is reckoned without a page: folding a journal, and fitting the parameters to one. */

/** Milliseconds of processor time, of each round. */
export interface Computed {
  readonly value: readonly number[];
  readonly baseline: readonly number[];
}

const WARM_UP = 4;
const ROUNDS = 21;

/** Runs both in turns: what disturbs the machine for a while disturbs both. */
function inTurns(value: () => unknown, baseline: () => unknown): Computed {
  const measured = { value: [] as number[], baseline: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const [name, work] of [
      ['baseline', baseline],
      ['value', value],
    ] as const) {
      const start = process.cpuUsage();
      work();
      // Not the clock's: what else runs on the machine would be in it.
      const { user, system } = process.cpuUsage(start);
      const took = (user + system) / 1000;
      if (round >= WARM_UP) measured[name].push(took);
    }
  }
  return measured;
}

const FIRST_DAY = 20_000;

function reviewOf(
  card: number,
  day: number,
  time: number,
  rating: Rating,
  random: Random,
): ReviewEvent {
  const at = day * DAY_MS + time;
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  return {
    id: uuidv7(at, bytes),
    at,
    device: '018f0000-0000-7000-8000-000000000000',
    day,
    offset: 0,
    kind: 'review',
    card: `bank/question-${card}`,
    rating,
    duration: Math.floor(2000 + random() * 12_000),
  };
}

/** In the order of their ids, and each read from bytes after the other, as the journal gives them. */
function inOrder(events: readonly ReviewEvent[]): ReviewEvent[] {
  return structuredClone(events.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}

/** Cards that are each met on some day and come back ten times in all, later and later. */
function studied(cards: number, reviews: number): ReviewEvent[] {
  const random = seededRandom('fold');
  const all: ReviewEvent[] = [];
  for (let card = 0; card < cards; card++) {
    let day = FIRST_DAY + Math.floor(random() * 365);
    for (let review = 0; review < reviews; review++) {
      const chance = random();
      const rating = chance < 0.1 ? 1 : chance < 0.18 ? 2 : chance < 0.93 ? 3 : 4;
      all.push(reviewOf(card, day, Math.floor(random() * DAY_MS), rating, random));
      if (review > 0) day += Math.ceil(2 ** review * random());
    }
  }
  return inOrder(all);
}

/** The bare calls: the memory of each card from answer to answer, and nothing else. */
function bareCalls(events: readonly ReviewEvent[]): () => unknown {
  const cards = new Map<string, ReviewEvent[]>();
  for (const event of events) cards.set(event.card, [...(cards.get(event.card) ?? []), event]);
  const histories = [...cards.values()];
  const algorithm = new FSRSAlgorithm(generatorParameters({ enable_fuzz: false }));
  return () =>
    histories.map((answers) => {
      let memory: ReturnType<typeof algorithm.next_state> | null = null;
      let last = 0;
      for (const { rating, day } of answers) {
        memory = algorithm.next_state(memory, memory === null ? 0 : day - last, rating);
        last = day;
      }
      return memory;
    });
}

/** Folding 100,000 reviews of 10,000 cards, against the calls to ts-fsrs that it cannot do without. */
export function measureFold(): { plain: Computed; fitted: Computed } {
  const events = studied(10_000, 10);
  const bare = bareCalls(events);
  const half = events[events.length / 2]!;
  const change: JournalEvent = {
    ...half,
    id: `${half.id.slice(0, -1)}g`,
    kind: 'settings',
    changes: { parameters: FORGETFUL },
  };
  return {
    plain: inTurns(() => foldAll(events), bare),
    fitted: inTurns(() => foldAll([...events, change]), bare),
  };
}

/** A fit on 25,000 reviews, from their events to the figures on those held out, against one fold. */
export function measureFit(): Computed & { readonly reviews: number; readonly scored: number } {
  const random = seededRandom('fit');
  const learner = { seed: 'bench', parameters: FORGETFUL, cards: 1600, days: 500 };
  const events = inOrder(
    simulate(learner)
      .flat()
      .map(({ card, day, time, rating }) => reviewOf(card, FIRST_DAY + day, time, rating, random)),
  ).slice(0, 25_000);
  const fitted = () => {
    const gatherer = new ReviewGatherer();
    gatherer.take(events);
    return fit(gatherer.log(), null, 0);
  };
  const result = fitted();
  const scored = result.kind === 'measured' ? result.record.reviews : result.reviews;
  return {
    ...inTurns(fitted, () => foldAll(events)),
    reviews: events.length,
    scored,
  };
}
