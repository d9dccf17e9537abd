import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY_MS, err, HOUR_MS, ok } from '../primitives/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import type { ReviewEvent } from '../journal/index.ts';
import { FORGETFUL, simulate } from '../schedule/fit/fixture.ts';
import { ENOUGH_REVIEWS } from '../schedule/fit/index.ts';
import { fitJournal } from './fit-journal.ts';
import type { StartFit } from './fit-run.ts';
import { Fitting, fittingOf } from './fitting.svelte.ts';
import { read, World } from './fixture.ts';

let world: World;
let kept: Map<string, string>;
/** Whether another tab holds the lock. */
let locked = false;

beforeEach(() => {
  world = new World(smallBank());
  kept = new Map();
  locked = false;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  vi.stubGlobal('navigator', {
    locks: {
      request: (_name: string, _options: object, work: (lock: object | null) => Promise<void>) =>
        work(locked ? null : {}),
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** What a simulated learner answered until yesterday, as events. */
function answers(cards: number, days: number): ReviewEvent[] {
  const first = Math.floor(world.now / DAY_MS) - days;
  let count = 0;
  return simulate({ seed: 'forgetful', parameters: FORGETFUL, cards, days })
    .flat()
    .map(({ card, day, time, rating }) => {
      const at = (first + day) * DAY_MS + 6 * HOUR_MS + time;
      return {
        id: `${String(at).padStart(15, '0')}-r${String(count++).padStart(6, '0')}`,
        at,
        device: 'here',
        day: first + day,
        offset: 0,
        kind: 'review',
        card: `velm/${card}`,
        rating,
        duration: 5000,
      };
    });
}

async function opened({ cards = 150, days = 100, durable = true } = {}) {
  read(await world.store.appendAll(answers(cards, days)));
  const recite = await world.open({
    openStore: () => Promise.resolve(ok({ ...world.store, durable })),
  });
  return recite;
}

async function newestSettings() {
  const latest = read(await world.store.latest(20));
  return latest.filter((event) => event.kind === 'settings');
}

/** As the worker does it, but here and now. */
const here: StartFit = ({ inUse, now }, onprogress) => ({
  result: fitJournal(world.store, inUse, now, onprogress),
  cancel: () => undefined,
});

describe('a fit', () => {
  test('that is better is adopted, with its record, and there is a way back', async () => {
    const recite = await opened();
    const fitting = new Fitting(recite, here);
    await fitting.look();
    expect(fitting.enough).toBe(true);
    expect(fitting.earlier).toBeNull();

    await fitting.fitNow();
    expect(fitting.failure).toBeNull();
    const { parameters, fit } = recite.settings;
    expect(parameters).toHaveLength(21);
    expect(fit!.after.logLoss).toBeLessThan(fit!.before.logLoss);
    expect(fitting.attempt).toEqual({ record: fit, adopted: true });
    expect(fitting.phase).toBe('resting');
    const [event] = await newestSettings();
    expect(event!.changes).toEqual({ parameters, fit });
    expect((await world.open()).settings.fit).toEqual(fit);

    await fitting.goBack('standard');
    expect(recite.settings).toMatchObject({ parameters: null, fit: null });
    expect(fitting.earlier?.parameters).toEqual(parameters);
    await fitting.goBack('earlier');
    expect(recite.settings).toMatchObject({ parameters, fit });
  });

  test('that is no better changes nothing, and is remembered', async () => {
    const recite = await opened();
    const fitting = new Fitting(recite, here);
    await fitting.fitNow();
    const { parameters } = recite.settings;
    await fitting.fitNow();
    expect(fitting.attempt!.adopted).toBe(false);
    expect(recite.settings.parameters).toEqual(parameters);
    expect(await newestSettings()).toHaveLength(1);
    // In another page of this device too.
    expect(new Fitting(recite, here).attempt).toEqual(fitting.attempt);
  });

  test('says how many reviews it lacks', async () => {
    const recite = await opened({ cards: 20, days: 20 });
    const fitting = new Fitting(recite, here);
    await fitting.look();
    expect(fitting.reviews).toBeLessThan(ENOUGH_REVIEWS);
    expect(fitting.enough).toBe(false);
    await fitting.fitNow();
    expect(fitting.tooFew).toBeLessThan(ENOUGH_REVIEWS);
    expect(fitting.attempt).toBeNull();
  });

  test('that fails says so, and one that is broken off says nothing', async () => {
    const recite = await opened();
    const message = 'The disk is gone.';
    const failing = new Fitting(recite, () => ({
      result: Promise.resolve(err({ code: 'x', message })),
      cancel: () => undefined,
    }));
    await failing.fitNow();
    expect(failing.failure?.message).toBe(message);
    expect(failing.busy).toBe(false);

    let end!: (result: null) => void;
    const cancelled = new Fitting(recite, () => ({
      result: new Promise<null>((resolve) => (end = resolve)),
      cancel: () => end(null),
    }));
    const running = cancelled.fitNow();
    await Promise.resolve();
    expect(cancelled.busy).toBe(true);
    cancelled.cancel();
    await running;
    expect(cancelled).toMatchObject({ busy: false, failure: null, attempt: null });
    expect(recite.settings.parameters).toBeNull();
  });

  test('is made by one window at a time', async () => {
    locked = true;
    const fitting = new Fitting(await opened(), here);
    await fitting.fitNow();
    expect(fitting.failure?.code).toBe('fit-elsewhere');
    expect(fitting.attempt).toBeNull();
  });

  test('waits with its adoption until the card is off the table', async () => {
    vi.useFakeTimers();
    const recite = await opened();
    recite.answering = true;
    const fitting = new Fitting(recite, here);
    const running = fitting.fitNow();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(fitting.phase).toBe('waiting');
    expect(recite.settings.parameters).toBeNull();
    recite.answering = false;
    await vi.advanceTimersByTimeAsync(10_000);
    await running;
    expect(recite.settings.parameters).not.toBeNull();
  });

  test('is not adopted where other parameters came in the meantime', async () => {
    vi.useFakeTimers();
    const recite = await opened();
    recite.answering = true;
    const fitting = new Fitting(recite, here);
    const running = fitting.fitNow();
    await vi.advanceTimersByTimeAsync(5000);
    await recite.changeSettings({ parameters: FORGETFUL });
    recite.answering = false;
    await vi.advanceTimersByTimeAsync(5000);
    await running;
    expect(recite.settings.parameters).toEqual(FORGETFUL);
  });
});

describe('unasked', () => {
  test('a fit is made when there is enough, and not again before there is a fifth more', async () => {
    const recite = await opened();
    const start = vi.fn(here);
    const fitting = new Fitting(recite, start);
    await fitting.fitIfDue();
    expect(start).toHaveBeenCalledTimes(1);
    expect(fitting.attempt).not.toBeNull();
    await fitting.fitIfDue();
    expect(start).toHaveBeenCalledTimes(1);
    expect(fitting.since).toBe(0);
    expect(fitting.wanted).toBe(Math.ceil(fitting.attempt!.record.reviews * 0.2));
  });

  test('none is made where the learner does not want it, or nothing is kept', async () => {
    const start = vi.fn(here);
    const recite = await opened();
    await recite.changeSettings({ fitsItself: false });
    await new Fitting(recite, start).fitIfDue();
    const passing = await world.open({
      openStore: () => Promise.resolve(ok({ ...world.store, durable: false })),
    });
    await new Fitting(passing, start).fitIfDue();
    expect(start).not.toHaveBeenCalled();
  });

  test('a failure is nobody’s trouble', async () => {
    const fitting = new Fitting(await opened(), () => ({
      result: Promise.resolve(err({ code: 'x', message: 'No.' })),
      cancel: () => undefined,
    }));
    await fitting.fitIfDue();
    expect(fitting.failure).toBeNull();
  });
});

test('an app has one fitting, which every screen shares', async () => {
  const recite = await opened({ cards: 1, days: 2 });
  expect(fittingOf(recite)).toBe(fittingOf(recite));
});
