import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryModel, type Memory, type Rating } from '../schedule/index.ts';
import { scoredReviews, type ReviewLog } from '../schedule/fit/reviews.ts';
import { foldCard, NO_CHANGES, ReviewGatherer, type CardEvent } from './index.ts';

type Part = Partial<CardEvent> & { kind: CardEvent['kind'] };

/** Events a minute apart; the id is the number. */
function events(...parts: (Part & { day?: number })[]): CardEvent[] {
  return parts.map(
    (part, index) =>
      ({
        id: `e${String(index).padStart(3, '0')}`,
        at: 60_000 * index,
        device: 'here',
        day: 0,
        offset: 0,
        card: 'bank/a',
        duration: 1000,
        ...part,
      }) as CardEvent,
  );
}

function gathered(all: readonly CardEvent[]): ReviewLog {
  const gatherer = new ReviewGatherer();
  gatherer.take(all);
  return gatherer.log();
}

describe('the reviews of a journal', () => {
  it('are what was graded, with the days between', () => {
    const log = gathered(
      events(
        { kind: 'review', rating: 3, day: 10 },
        { kind: 'review', rating: 1, day: 14 },
        { kind: 'suspend', day: 14 },
        { kind: 'review', rating: 3, day: 14 },
        { kind: 'review', rating: 4, day: 30, card: 'bank/b' },
      ),
    );
    expect([...log.starts]).toEqual([0, 3, 4]);
    expect([...log.elapsed]).toEqual([0, 4, 0, 0]);
    expect([...log.ratings]).toEqual([3, 1, 3, 4]);
    expect([...scoredReviews(log)]).toEqual([1]);
  });

  it('leave out what was undone, and an undo that was undone itself', () => {
    const log = gathered(
      events(
        { kind: 'review', rating: 3, day: 10 },
        { kind: 'review', rating: 1, day: 14 },
        { kind: 'undo', target: 'e001' },
        { kind: 'review', rating: 4, day: 15 },
        { kind: 'undo', target: 'e003' },
        { kind: 'undo', target: 'e004' },
      ),
    );
    expect([...log.ratings]).toEqual([3, 4]);
    expect([...log.elapsed]).toEqual([0, 5]);
  });

  it('have wrong answers of quizzes as Again that does not count; right ones are none', () => {
    const log = gathered(
      events(
        { kind: 'review', rating: 3, day: 10 },
        { kind: 'answer', verdict: 'right', quiz: 'q', day: 12 },
        { kind: 'answer', verdict: 'wrong', quiz: 'q', day: 14 },
        { kind: 'review', rating: 3, day: 20 },
      ),
    );
    expect([...log.ratings]).toEqual([3, 1, 3]);
    expect([...log.elapsed]).toEqual([0, 4, 6]);
    expect([...scoredReviews(log)]).toEqual([2]);
  });

  it('begin anew where a card was started over, and go on where that was undone', () => {
    const parts = [
      { kind: 'review', rating: 3, day: 10 },
      { kind: 'reset', day: 11 },
      { kind: 'review', rating: 2, day: 12 },
      { kind: 'review', rating: 3, day: 15 },
    ] as const;
    const log = gathered(events(...parts));
    expect([...log.starts]).toEqual([0, 1, 3]);
    expect([...log.elapsed]).toEqual([0, 0, 3]);
    const undone = gathered(events(...parts, { kind: 'undo', target: 'e001' }));
    expect([...undone.starts]).toEqual([0, 3]);
    expect([...undone.elapsed]).toEqual([0, 2, 3]);
  });
});

const someDay = fc.integer({ min: 0, max: 60 });
const action = fc.oneof(
  fc.record({
    kind: fc.constant('review' as const),
    rating: fc.constantFrom<Rating>(1, 2, 3, 4),
    day: someDay,
  }),
  fc.record({
    kind: fc.constant('answer' as const),
    quiz: fc.constant('q'),
    verdict: fc.constantFrom('right' as const, 'wrong' as const),
    day: someDay,
  }),
  fc.record({ kind: fc.constant('reset' as const), day: someDay }),
  fc.record({ kind: fc.constantFrom('bury' as const, 'suspend' as const), day: someDay }),
  fc.record({
    kind: fc.constant('undo' as const),
    target: fc.integer({ min: 0, max: 9 }).map((at) => `e00${at}`),
    day: someDay,
  }),
);

it('lead to the memory that the fold has, in whatever order the events come', () => {
  fc.assert(
    fc.property(
      fc.array(action, { maxLength: 10 }),
      fc.infiniteStream(fc.nat()),
      (parts, order) => {
        const all = events(...parts);
        const keys = new Map(all.map((event) => [event, order.next().value]));
        const mixed = all.toSorted((a, b) => keys.get(a)! - keys.get(b)!);
        const log = gathered(mixed);
        const schedule = foldCard('bank/a', all, NO_CHANGES).snapshot?.schedule ?? null;
        // The last life is the card's, unless the last thing that counts started it over.
        const start = log.starts[log.starts.length - 2] ?? 0;
        let memory: Memory | null = null;
        for (let at = start; at < log.elapsed.length; at++) {
          memory = memoryModel().next(memory, log.elapsed[at]!, log.ratings[at] as Rating);
        }
        if (schedule) expect(schedule.memory).toEqual(memory);
      },
    ),
    { numRuns: 200 },
  );
});
