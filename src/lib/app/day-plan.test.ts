import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../primitives/index.ts';
import { change, smallBank } from '../bank/check/fixtures/index.ts';
import { read, World } from './fixture.ts';
import { Overview } from './overview.svelte.ts';
import type { Recite } from './recite.svelte.ts';
import { readChosen, readToday } from './today.ts';

let world: World;
let recite: Recite;
/** The local day on which each test begins, a Monday. */
let monday: number;

beforeEach(() => begin());

async function begin(bank = smallBank()): Promise<void> {
  world = new World(bank);
  recite = await world.open();
  monday = recite.moment().day;
}

async function review(question: string, rating: 1 | 2 | 3 | 4): Promise<void> {
  world.pass(1000);
  read(await recite.record({ kind: 'review', card: `velm/${question}`, rating, duration: 1 }));
}

/** All cards of the bank, answered so well that each comes back in some days. */
async function reviewAll(): Promise<string[]> {
  const cards = recite.bank.questions.map(({ id }) => id);
  for (const card of cards) await review(card, 4);
  return cards;
}

const today = async (anyway?: boolean) => read(await readToday(recite, anyway));
const names = (cards: readonly string[]) => cards.map((card) => card.slice('velm/'.length));

describe('new cards', () => {
  test('come mixed where that is wanted, in an order that lasts for the day', async () => {
    const text = names((await today()).queue.fresh);
    await recite.changeSettings({ newOrder: 'mixed' });
    const mixed = names((await today()).queue.fresh);
    expect(mixed).not.toEqual(text);
    expect([...mixed].sort()).toEqual([...text].sort());
    await review(mixed[0]!, 4);
    expect(names((await today()).queue.fresh)).toEqual(mixed.slice(1));
    world.pass(DAY_MS);
    expect(names((await today()).queue.fresh)).not.toEqual(mixed.slice(1));
  });

  test('come after those that they build on, in any order', async () => {
    const requires = ['bargain', 'course'];
    await begin(change(smallBank(), 'founder', { requires }));
    expect(names((await today()).queue.fresh).slice(0, 4)).toEqual([
      'bargain',
      'course',
      'founder',
      'fleet',
    ]);
    for (let day = 0; day < 5; day++) {
      await recite.changeSettings({ newOrder: 'mixed' });
      world.pass(DAY_MS);
      const order = names((await today()).queue.fresh);
      for (const earlier of requires) {
        expect(order.indexOf(earlier)).toBeLessThan(order.indexOf('founder'));
      }
    }
  });

  test('do not come before what they build on is there: that waits for another day', async () => {
    const bank = change(smallBank(), 'herring', { requires: ['fleet'] });
    await begin({ ...bank, apart: { founder: ['fleet'] } });
    const order = names((await today()).queue.fresh);
    expect(order).not.toContain('fleet');
    expect(order).not.toContain('herring');
    await review('fleet', 4);
    expect(names((await today()).queue.fresh)).toContain('herring');
  });

  test('come half as many on a weekday that is to hold fewer', async () => {
    await recite.changeSettings({ newPerDay: 5, easyDays: easy('fewer') });
    expect((await today()).queue.fresh).toHaveLength(3);
    world.pass(DAY_MS);
    expect((await today()).queue.fresh).toHaveLength(5);
  });
});

/** Mondays are easy. */
function easy(kind: 'fewer' | 'none') {
  const rest = Array.from({ length: 6 }, () => 'normal' as const);
  return [kind, ...rest];
}

describe('reviews', () => {
  beforeEach(async () => {
    await reviewAll();
    world.pass(30 * DAY_MS);
  });

  test('come section by section where that is wanted', async () => {
    await recite.changeSettings({ reviewOrder: 'section' });
    const { queue } = await today();
    const sections = queue.reviews.map((card) => recite.questionOf(card)!.cites[0].section);
    const order = recite.bank.document.sections.map(({ id }) => id);
    const places = sections.map((section) => order.indexOf(section));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(2);
  });

  test('come mixed where that is wanted, in an order that lasts for the day', async () => {
    await recite.changeSettings({ reviewOrder: 'random' });
    const mixed = names((await today()).queue.reviews);
    await review(mixed[0]!, 3);
    expect(names((await today()).queue.reviews)).toEqual(mixed.slice(1));
  });

  test('are those most at risk where the limit does not allow all, whatever their order', async () => {
    const risk = (await today()).queue.reviews;
    await recite.changeSettings({ reviewsPerDay: 4, reviewOrder: 'random' });
    const { queue, waiting } = await today();
    expect([...queue.reviews].sort()).toEqual(risk.slice(0, 4).sort());
    expect(waiting).toBe(11);
  });

  test('are spread over the days of catching up, the day’s own besides', async () => {
    const day = recite.moment().day;
    await recite.changeSettings({ catchUp: { from: day, days: 4, cards: 11 } });
    const first = (await today()).queue.reviews;
    expect(first).toHaveLength(3);
    await review(names(first)[0]!, 4);
    expect((await today()).queue.reviews).toEqual(first.slice(1));
    for (const card of names(first).slice(1)) await review(card, 4);
    expect((await today()).queue.reviews).toEqual([]);
    world.pass(DAY_MS);
    expect((await today()).queue.reviews).toHaveLength(3);
    // A day that was missed is made up for.
    world.pass(2 * DAY_MS);
    expect((await today()).queue.reviews).toHaveLength(8);
    await recite.changeSettings({ catchUp: null });
    expect((await today()).queue.reviews).toHaveLength(8);
  });
});

describe('cards left in the middle of being learned', () => {
  /** Six cards learned, five begun; then away for so long. */
  async function leave(days: number): Promise<string[]> {
    const cards = recite.bank.questions.map(({ id }) => id);
    for (const card of cards.slice(0, 6)) await review(card, 4);
    for (const card of cards.slice(6)) await review(card, 1);
    world.pass(days * DAY_MS);
    return cards.slice(6);
  }
  const learning = async () => (await today()).queue.learning.map(({ id }) => id.slice(5)).sort();

  test('all come, whatever the limit, and count as overdue from the next day on', async () => {
    await recite.changeSettings({ reviewsPerDay: 2 });
    const begun = await leave(0);
    expect(await today()).toMatchObject({ waiting: 0, overdue: 0, held: 0 });
    world.pass(30 * DAY_MS);
    expect(await learning()).toEqual([...begun].sort());
    expect(await today()).toMatchObject({ waiting: 11, overdue: 11, held: 4 });
  });

  test('come first among what is caught up, in its share, and none is forgotten', async () => {
    const begun = await leave(30);
    const { day } = await today();
    await recite.changeSettings({ catchUp: { from: day, days: 4, cards: 11 } });
    const first = await today();
    expect(first.queue.learning).toHaveLength(3);
    expect(first).toMatchObject({ queue: { reviews: [] }, waiting: 11, held: 8 });
    for (const { id } of first.queue.learning) {
      await review(id.slice(5), 1);
      // What is being learned today comes again today.
      expect(await learning()).toContain(id.slice(5));
    }
    expect(await learning()).toHaveLength(3);
    world.pass(DAY_MS);
    const second = await today();
    // The three of yesterday are the day's own; of the eight that are left it takes three.
    expect(second.queue.learning).toHaveLength(5);
    expect(second.queue.reviews).toHaveLength(1);
    expect(second.held).toBe(5);
    const chosen = read(
      await readChosen(recite, new Set(begun.map((id) => `velm/${id}`)), new Set()),
    );
    expect(chosen.queue.learning).toHaveLength(5);
    world.pass(2 * DAY_MS);
    expect(await today()).toMatchObject({ waiting: 11, held: 0 });
  });
});

describe('a day off', () => {
  test('has nothing due, and nothing new', async () => {
    await recite.changeSettings({ breaks: [{ from: monday, to: monday + 2 }] });
    expect(await today()).toMatchObject({
      off: true,
      queue: { learning: [], reviews: [], fresh: [] },
    });
    world.pass(3 * DAY_MS);
    expect(await today()).toMatchObject({ off: false });
    expect((await today()).queue.fresh).toHaveLength(11);
  });

  test('may be studied on all the same, as may chosen cards', async () => {
    await recite.changeSettings({ easyDays: easy('none') });
    expect((await today()).off).toBe(true);
    expect((await today(true)).queue.fresh).toHaveLength(11);
    const chosen = await readChosen(recite, new Set(['velm/founder']), new Set());
    expect(read(chosen).queue.fresh).toEqual(['velm/founder']);
  });

  test('moves what falls on it to the day after that has its number; taken away, it moves back', async () => {
    await review('founder', 4);
    const { dueDay } = read(await world.store.card('velm/founder'))!.schedule!;
    const [from, to] = [dueDay - 1, dueDay + 1];
    await recite.changeSettings({ newPerDay: 0, breaks: [{ from, to }] });
    world.pass((dueDay + 2 - monday) * DAY_MS);
    expect((await today()).queue.reviews).toEqual([]);
    world.pass(DAY_MS);
    expect((await today()).queue.reviews).toEqual(['velm/founder']);
    world.pass(-DAY_MS);
    await recite.changeSettings({ breaks: [] });
    expect((await today()).queue.reviews).toEqual(['velm/founder']);
  });

  test('shows in the forecast, with what it holds back', async () => {
    await review('founder', 4);
    const { dueDay } = read(await world.store.card('velm/founder'))!.schedule!;
    const overview = async () => {
      const shown = new Overview();
      await shown.load(recite);
      return shown.forecast.flatMap(({ day, count }) => (count > 0 ? [[day, count]] : []));
    };
    await recite.changeSettings({ newPerDay: 0 });
    expect(await overview()).toEqual([[dueDay, 1]]);
    await recite.changeSettings({ breaks: [{ from: dueDay, to: dueDay + 1 }] });
    expect(await overview()).toEqual([[dueDay + 2, 1]]);
    // Overdue when the break begins: it comes when the break is over.
    world.pass((dueDay + 1 - monday) * DAY_MS);
    await recite.changeSettings({ breaks: [{ from: dueDay + 1, to: dueDay + 3 }] });
    expect(await overview()).toEqual([[dueDay + 4, 1]]);
  });
});

describe('an exam', () => {
  const exam = (changes = {}) => ({
    bank: 'velm',
    day: monday + 7,
    target: 0.9,
    sections: [] as string[],
    ...changes,
  });

  test('sets how many new cards come, those that it asks about', async () => {
    await recite.changeSettings({ exam: exam({ sections: ['trade'] }) });
    const { queue, exam: asked } = await today();
    const inTrade = recite.bank.questions.filter(({ cites }) => cites[0].section === 'trade');
    expect(asked!.plan.reached).toBe(true);
    expect(queue.fresh).toHaveLength(asked!.plan.days[0]!.fresh);
    expect(queue.fresh.length).toBeLessThan(inTrade.length);
    for (const card of queue.fresh) {
      expect(recite.questionOf(card)!.cites[0].section).toBe('trade');
    }
    await review(names(queue.fresh)[0]!, 4);
    expect((await today()).queue.fresh).toEqual(queue.fresh.slice(1));
  });

  test('leaves the other cards to the usual limit when all of its own were met', async () => {
    const inTrade = recite.bank.questions.filter(({ cites }) => cites[0].section === 'trade');
    for (const { id } of inTrade) await review(id, 4);
    await recite.changeSettings({ exam: exam({ sections: ['trade'] }) });
    expect((await today()).queue.fresh).toHaveLength(11 - inTrade.length);
  });

  test('brings cards before they are due when it is near and asks for more', async () => {
    await reviewAll();
    world.pass(4 * DAY_MS);
    expect((await today()).queue.reviews).toEqual([]);
    await recite.changeSettings({ exam: exam({ day: monday + 5, target: 0.99 }) });
    const { queue, snapshots } = await today();
    expect(queue.reviews.length).toBeGreaterThan(5);
    const card = queue.reviews[0]!;
    expect(snapshots.get(card)!.schedule!.dueDay).toBeGreaterThan(recite.moment().day);
    await review(names([card])[0]!, 3);
    expect((await today()).queue.reviews).not.toContain(card);
  });

  test('leaves a day off free, unless one studies anyway', async () => {
    await recite.changeSettings({ exam: exam(), breaks: [{ from: monday, to: monday }] });
    const { off, exam: asked } = await today();
    expect(off).toBe(true);
    expect(asked!.plan.days[0]!.day).toBe(monday + 1);
    const anyway = await today(true);
    expect(anyway.exam!.plan.days[0]!.day).toBe(monday);
    expect(anyway.queue.fresh.length).toBeGreaterThan(0);
  });

  test('is over on its day, and is none of another bank', async () => {
    await recite.changeSettings({ exam: exam({ day: monday }) });
    expect((await today()).exam).toBeNull();
    await recite.changeSettings({ exam: exam({ bank: 'other' }) });
    expect((await today()).exam).toBeNull();
  });
});
