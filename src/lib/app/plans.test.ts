import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY_MS } from '../primitives/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { ExamPlanner } from './exam.svelte.ts';
import { read, World } from './fixture.ts';
import { Overview } from './overview.svelte.ts';
import { lastingBreaks, Plans } from './plans.svelte.ts';
import type { Recite } from './recite.svelte.ts';

let world: World;
let recite: Recite;
let monday: number;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
  monday = recite.moment().day;
});

/** All cards of the bank, learned today. */
async function learnAll(): Promise<void> {
  for (const { id } of recite.bank.questions) {
    world.pass(1000);
    read(await recite.record({ kind: 'review', card: `velm/${id}`, rating: 4, duration: 1 }));
  }
}

async function plans(): Promise<{ plans: Plans; overview: Overview }> {
  const overview = new Overview();
  await overview.load(recite);
  const made = new Plans(recite, overview.today!, overview.forecast);
  await made.load();
  return { plans: made, overview };
}

describe('a backlog', () => {
  test('is offered to be spread where more than a day and a half of work waits', async () => {
    await learnAll();
    world.pass(30 * DAY_MS);
    expect((await plans()).plans.backlog).toBeNull();
    await recite.changeSettings({ reviewsPerDay: 5 });
    const { plans: offered, overview } = await plans();
    expect(offered.backlog).toEqual({ all: 11, held: 6, away: 29, proposed: 3 });
    // So that what Today says in two places adds up.
    expect(overview.due + overview.today!.held).toBe(11);
    expect(offered.loads(3).map(({ own, share }) => own + share)).toEqual([4, 4, 3]);
  });

  test('is worked off in shares, which the forecast shows, until it is stopped', async () => {
    await learnAll();
    world.pass(30 * DAY_MS);
    await recite.changeSettings({ reviewsPerDay: 5 });
    const { plans: offered } = await plans();
    expect(await offered.catchUp(3)).toBe(true);
    const { plans: course, overview } = await plans();
    expect(course.backlog).toBeNull();
    expect(overview.today).toMatchObject({ catchingUp: true, waiting: 11 });
    expect(overview.forecast.slice(0, 4).map(({ count }) => count)).toEqual([4, 4, 3, 0]);
    expect(await course.stopCatchingUp()).toBe(true);
    expect((await plans()).plans.backlog).not.toBeNull();
  });

  test('says why it could not be begun', async () => {
    const { plans: made } = await plans();
    world.refusal = FAILURES.failed;
    expect(await made.catchUp(3)).toBe(false);
    expect(made.failure).toEqual(FAILURES.failed);
  });
});

test('a break lasts until what fell in it has come', async () => {
  const first = { from: monday, to: monday + 2 };
  const second = { from: monday + 20, to: monday + 20 };
  const settings = { ...recite.settings, breaks: [first, second] };
  expect(lastingBreaks(settings, monday)).toEqual([first, second]);
  expect(lastingBreaks(settings, monday + 5)).toEqual([first, second]);
  expect(lastingBreaks(settings, monday + 6)).toEqual([second]);
});

describe('an exam that is thought over', () => {
  /** The outlook of the last change. */
  async function outlook(planner: ExamPlanner) {
    await vi.waitFor(() => expect(planner.outlook).not.toBeNull());
    return planner.outlook!;
  }

  test('is worked out for what is wished, with a guessed pace at first', async () => {
    const planner = new ExamPlanner(recite);
    expect(planner.wish).toEqual({ day: monday + 14, target: 0.9, sections: [] });
    expect(planner.current).toBeNull();
    planner.change({ target: 0.8 });
    planner.change({ target: 0.85 });
    const { plan, needs, pace, measured } = await outlook(planner);
    expect(plan.reached).toBe(true);
    expect({ needs, pace, measured }).toEqual({ needs: null, pace: 10, measured: false });
    expect(await world.events('settings')).toEqual([]);
  });

  test('says what it takes where the limits are too low, and can be set with those', async () => {
    await recite.changeSettings({ newPerDay: 1 });
    const planner = new ExamPlanner(recite);
    planner.change({ day: monday + 6 });
    const { plan, needs } = await outlook(planner);
    expect(plan.reached).toBe(false);
    expect(needs).toMatchObject({ reachable: true });
    await planner.keep({ newPerDay: 4 });
    expect(recite.settings).toMatchObject({
      newPerDay: 4,
      exam: { bank: 'velm', day: monday + 6, target: 0.9, sections: [] },
    });
    expect(planner.kept).toBe(true);
    planner.change({ target: 0.7 });
    expect(planner.kept).toBe(false);
    await planner.giveUp();
    expect(recite.settings.exam).toBeNull();
  });

  test('is none for a day that is over', async () => {
    const planner = new ExamPlanner(recite);
    planner.change({ day: monday });
    await planner.consider();
    expect(planner.outlook).toBeNull();
  });

  test('takes the pace from the learner, once there are enough answers', async () => {
    await learnAll();
    for (let more = 0; more < 20; more++) {
      world.pass(1000);
      const card = 'velm/founder';
      read(await recite.record({ kind: 'review', card, rating: 3, duration: 31_000 }));
    }
    const planner = new ExamPlanner(recite);
    planner.change({ target: 0.8 });
    const { pace, measured } = await outlook(planner);
    expect(measured).toBe(true);
    expect(pace).toBeCloseTo((20 * 31) / 31, 1);
  });
});
