import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY_MS } from '../primitives/index.ts';
import { change, smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { read, World } from './fixture.ts';
import type { Recite } from './recite.svelte.ts';
import { StudySession } from './study.svelte.ts';
import { Balancing } from './balancing.ts';

let world: World;
let recite: Recite;

beforeEach(() => begin());

async function begin(bank = smallBank()): Promise<void> {
  world = new World(bank);
  recite = await world.open();
}

const founder = 'velm/founder';

async function review(card: string, rating: 1 | 2 | 3 | 4): Promise<void> {
  world.pass(1000);
  read(await recite.record({ kind: 'review', card, rating, duration: 1 }));
}

async function snapshot(card: string) {
  return read(await world.store.card(card))!;
}

/** A session on one card, which looks at the others. */
async function session(card: string): Promise<StudySession> {
  const opened = new StudySession(recite, [card]);
  const begun = vi.spyOn(Balancing.prototype, 'meet');
  await opened.load();
  await opened.prepare(() => Promise.resolve());
  // The first card is met when the balancing begins.
  await vi.waitFor(() => expect(begun).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 20));
  begun.mockRestore();
  return opened;
}

describe('the grades of a card', () => {
  test('say what happens: the interval that was chosen is recorded', async () => {
    for (const rating of [4, 4, 3] as const) {
      await review(founder, rating);
      world.pass(((await snapshot(founder)).schedule!.dueDay - recite.moment().day) * DAY_MS);
    }
    const study = await session(founder);
    study.showAnswer();
    const good = study.grades.find(({ rating }) => rating === 3)!;
    expect(good.delay.unit).toBe('days');
    expect(good.interval).toBe(good.delay.count);
    await study.grade(3);
    const [last] = (await world.events('review')).slice(-1);
    expect(last).toMatchObject({ rating: 3, interval: good.interval });
    const { dueDay, lastDay } = (await snapshot(founder)).schedule!;
    expect(dueDay - lastDay).toBe(good.interval);
  });

  test('say when a card comes back from a day off', async () => {
    const study = await session(founder);
    study.showAnswer();
    const easy = study.grades[3]!.delay.count;
    const day = recite.moment().day;
    const away = { from: day + 1, to: day + 40 };
    await recite.changeSettings({ breaks: [away] });
    const later = await session(founder);
    later.showAnswer();
    expect(later.grades[3]!.delay.count).toBeGreaterThan(40);
    expect(later.grades[3]!.delay.count).toBeLessThanOrEqual(40 + easy + 3);
  });

  test('are two where the learner wants two', async () => {
    await recite.changeSettings({ buttons: 2 });
    const study = await session(founder);
    study.showAnswer();
    expect(study.grades.map(({ rating }) => rating)).toEqual([1, 3]);
  });
});

describe('balancing', () => {
  test('prefers emptier days, once it has read how full they are', async () => {
    for (const rating of [4, 4] as const) {
      await review(founder, rating);
      world.pass(((await snapshot(founder)).schedule!.dueDay - recite.moment().day) * DAY_MS);
    }
    const day = recite.moment().day;
    const range = { low: 10, high: 14 };
    const chosen = async (full: number[]) => {
      const dueCounts = vi.spyOn(recite, 'dueCounts').mockImplementation((from, to) => {
        const days = Array.from({ length: to - from + 1 }, (_, at) => from + at);
        const count = (at: number) => (full.includes(at - day) ? 100 : 0);
        return Promise.resolve({
          ok: true,
          value: days.map((at) => ({ day: at, count: count(at) })),
        });
      });
      const balancing = new Balancing(recite);
      const reading = balancing.read();
      await reading;
      dueCounts.mockRestore();
      return new Set(
        Array.from({ length: 40 }, (_, reviews) => balancing.chooser(founder, reviews)(range, 0)),
      );
    };
    expect(await chosen([10, 11, 13, 14])).toEqual(new Set([12]));
    expect(await chosen([10, 12])).toEqual(new Set([11, 13, 14]));
  });

  test('keeps count of what the answers move', async () => {
    const balancing = new Balancing(recite);
    await balancing.read();
    const day = recite.moment().day;
    await review('velm/fleet', 4);
    const moved = await snapshot('velm/fleet');
    const at = moved.queueDay! - day;
    // So many of them that the day would never be chosen again.
    for (let card = 0; card < 200; card++) balancing.moved(null, moved);
    const range = { low: at - 1, high: at + 1 };
    const chosen = Array.from({ length: 40 }, (_, reviews) =>
      balancing.chooser(founder, reviews)(range, 0),
    );
    expect(chosen).not.toContain(at);
  });

  test('keeps off the days of siblings', async () => {
    const second = { number: 2, prompt: 'The ____ refused.', answer: 'council', accept: [] };
    await begin(change(smallBank(), 'dredging', { gaps: [second] }));
    await review('velm/dredging~2', 4);
    const at = (await snapshot('velm/dredging~2')).queueDay! - recite.moment().day;
    const balancing = new Balancing(recite);
    await balancing.meet('velm/dredging');
    const chosen = Array.from({ length: 40 }, (_, reviews) =>
      balancing.chooser('velm/dredging', reviews)({ low: at - 1, high: at + 1 }, 0),
    );
    expect(new Set(chosen)).toEqual(new Set([at - 1, at + 1]));
  });
});

describe('a leech', () => {
  /** Forgets a card that was in review, and learns it again. */
  async function lapse(card: string): Promise<void> {
    world.pass(((await snapshot(card)).schedule!.dueDay - recite.moment().day) * DAY_MS);
    await review(card, 1);
    await review(card, 3);
  }

  async function nearly(): Promise<StudySession> {
    await recite.changeSettings({ leechLapses: 3 });
    await review(founder, 4);
    await lapse(founder);
    await lapse(founder);
    world.pass(((await snapshot(founder)).schedule!.dueDay - recite.moment().day) * DAY_MS);
    return session(founder);
  }

  test('is told when an answer makes one, and goes with the next', async () => {
    const study = await nearly();
    study.showAnswer();
    await study.grade(1);
    expect(study.leech).toMatchObject({ lapses: 3, suspended: false });
    expect(study.leech!.question.id).toBe('founder');
    study.showAnswer();
    await study.grade(3);
    expect(study.leech).toBeNull();
  });

  test('is not told where the card is recalled, or where that is off', async () => {
    const study = await nearly();
    study.showAnswer();
    await study.grade(3);
    expect(study.leech).toBeNull();
    await recite.changeSettings({ leechLapses: 0 });
    await lapse(founder);
    expect((await snapshot(founder)).schedule!.lapses).toBe(3);
  });

  test('is set aside where the settings say so; one Undo takes that and the grade back', async () => {
    await recite.changeSettings({ leechAction: 'suspend' });
    const study = await nearly();
    const before = await snapshot(founder);
    study.showAnswer();
    await study.grade(1);
    expect(study.leech).toMatchObject({ lapses: 3, suspended: true });
    expect((await snapshot(founder)).suspended).toBe(true);
    expect(study).toMatchObject({ phase: 'done', left: 0, answered: 1, recalled: 0 });
    await study.undo();
    expect(study.said).toMatch(/^Taken back: Again and Suspend on “/);
    expect(study).toMatchObject({ leech: null, phase: 'asking', answered: 0 });
    expect(study.card?.id).toBe(founder);
    const { schedule, suspended } = await snapshot(founder);
    expect({ schedule, suspended }).toEqual({ schedule: before.schedule, suspended: false });
  });

  test('that cannot be set aside is not graded either', async () => {
    await recite.changeSettings({ leechAction: 'suspend' });
    const study = await nearly();
    const before = await snapshot(founder);
    study.showAnswer();
    world.refusal = FAILURES.full;
    await study.grade(1);
    expect(study).toMatchObject({ phase: 'answered', failure: FAILURES.full, leech: null });
    expect(await snapshot(founder)).toEqual(before);
    world.refusal = null;
    // Answered in another tab meanwhile: then this grade was given on an old view.
    read(await recite.record({ kind: 'flag', card: founder, flagged: true }));
    await study.grade(1);
    expect(study.failure?.code).toBe('stale');
    expect((await snapshot(founder)).suspended).toBe(false);
  });
});
