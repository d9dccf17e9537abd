import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCard, type CardEvent, type CardSnapshot } from '../index.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { NO_CHANGES } from '../timeline.ts';
import { cardFacts } from './facts.ts';
import { card, cards } from './fixture.ts';
import { ordered, ORDERS, type OrderName } from './order.ts';

describe('an order', () => {
  const many = fc
    .array(cards, { maxLength: 12 })
    .map((all) => all.map((facts, place) => ({ ...facts, place: 100 - place })));
  const orders = fc.constantFrom(...(Object.keys(ORDERS) as OrderName[]));

  it('goes up or down, and leaves what has no figure to the end, as the text has it', () => {
    fc.assert(
      fc.property(many, orders, fc.boolean(), (all, by, down) => {
        const sorted = ordered(all, { by, down });
        expect(new Set(sorted)).toEqual(new Set(all));
        for (const [at, second] of sorted.slice(1).entries()) {
          const [a, b] = [ORDERS[by](sorted[at]!), ORDERS[by](second)];
          if (a === b) expect(sorted[at]!.place).toBeLessThan(second.place);
          else if (a !== null && b !== null) expect(down ? a > b : a < b).toBe(true);
          else expect(b).toBeNull();
        }
      }),
    );
  });
});

describe('the facts of a card', () => {
  const DAY = 86_400_000;
  const placed = card();
  const facts = (today: number, ...done: [day: number, what: object][]) => {
    const events = done.map(([day, what], index) => {
      const at = { id: `0${index}`, at: day * DAY, device: 'd', day, offset: 0 };
      return { ...at, card: placed.card, ...what } as unknown as CardEvent;
    });
    const snapshot: CardSnapshot | null = foldCard(placed.card, events, NO_CHANGES).snapshot;
    return cardFacts(placed, snapshot, today, { ...DEFAULT_SETTINGS, leechLapses: 1 });
  };
  const grade = (rating: number) => ({ kind: 'review', rating, duration: 1 });

  it('of one never met: nothing but its place', () => {
    expect(facts(10)).toMatchObject({
      phase: 'new',
      due: null,
      recall: null,
      answered: null,
      lapses: 0,
      tags: [],
    });
  });

  it('of one that waits, is overdue, lapsed', () => {
    const first = facts(10, [10, grade(4)]);
    expect(first).toMatchObject({ phase: 'review', recall: 1, answered: 0, reviews: 1 });
    const { due } = first;
    expect(facts(10 + due! + 2, [10, grade(4)])).toMatchObject({ due: -2, answered: due! + 2 });
    const lapsed = facts(30, [10, grade(4)], [30, grade(1)]);
    expect(lapsed).toMatchObject({ phase: 'learning', due: 0, lapses: 1, leech: true });
  });

  it('of one that was set aside, put off, marked', () => {
    expect(facts(90, [10, grade(4)], [90, { kind: 'bury' }])).toMatchObject({
      buried: true,
      due: 1,
    });
    expect(facts(91, [10, grade(4)], [90, { kind: 'bury' }])).toMatchObject({ buried: false });
    expect(facts(90, [10, grade(4)], [90, { kind: 'suspend' }])).toMatchObject({
      suspended: true,
      due: null,
      recall: expect.any(Number) as unknown,
    });
    const marked = facts(
      90,
      [10, { kind: 'flag', flagged: true }],
      [10, { kind: 'tag', add: ['exam'], remove: [] }],
      [10, { kind: 'edit', changes: { prompt: 'x' } }],
    );
    expect(marked).toMatchObject({ flagged: true, tags: ['exam'], wording: { prompt: 'x' } });
  });
});
