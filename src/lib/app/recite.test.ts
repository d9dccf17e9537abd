import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '../primitives/index.ts';
import type { PackedBank } from '../bank/index.ts';
import type { JournalEvent } from '../journal/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { read, World } from './fixture.ts';
import { Recite } from './recite.svelte.ts';

let world: World;

beforeEach(() => {
  world = new World(smallBank());
});

describe('the start', () => {
  test('opens the journal and the bank, once', async () => {
    let opened = 0;
    const recite = new Recite(
      world.wiring({
        openStore: () => {
          opened++;
          return Promise.resolve(ok(world.store));
        },
      }),
    );
    expect(recite.status).toBe('starting');
    expect(() => recite.bank).toThrow('before the app was ready');
    expect(() => recite.store).toThrow('before the app was ready');
    expect(() => recite.environment).toThrow('before the start');
    await Promise.all([recite.start(), recite.start()]);
    await recite.start();
    expect(opened).toBe(1);
    expect(recite.status).toBe('ready');
    expect(recite.failure).toBeNull();
    expect(recite.warning).toBeNull();
    expect(recite.bank).toEqual(world.bank);
  });

  test('has the settings that the journal holds', async () => {
    const recite = await world.open();
    expect(recite.settings.newPerDay).toBe(20);
    await recite.changeSettings({ newPerDay: 7 });
    expect(recite.settings.newPerDay).toBe(7);
    expect((await world.open()).settings.newPerDay).toBe(7);
  });

  test('without storage goes on in memory, and says so', async () => {
    const recite = await world.open({ openStore: () => Promise.resolve(err(FAILURES.missing)) });
    expect(recite.status).toBe('ready');
    expect(recite.warning).toBe(FAILURES.missing);
    expect(recite.store.durable).toBe(false);
    expect(read(await recite.record({ kind: 'bury', card: 'velm/fleet' })).buriedOn).not.toBeNull();
  });

  test.each([FAILURES.refused, FAILURES.newer, FAILURES.blocked, FAILURES.failed])(
    'with storage that cannot be read now stops: $code',
    async (failure) => {
      const recite = await world.open({ openStore: () => Promise.resolve(err(failure)) });
      expect(recite.status).toBe('failed');
      expect(recite.failure).toBe(failure);
    },
  );

  test('stops where the settings cannot be read', async () => {
    const store = { ...world.store, settings: () => Promise.resolve(err(FAILURES.failed)) };
    const recite = await world.open({ openStore: () => Promise.resolve(ok(store)) });
    expect(recite.failure).toBe(FAILURES.failed);
  });

  test('stops where the bank cannot be fetched', async () => {
    const failure = { code: 'bank-missing', message: 'No network.' };
    const recite = await world.open({ fetchBank: () => Promise.resolve(err(failure)) });
    expect(recite.status).toBe('failed');
    expect(recite.failure).toBe(failure);
  });

  test.each([null, {}, 'text', { questions: [] }])(
    'stops where what comes for the bank is %j',
    async (value) => {
      const recite = await world.open({
        fetchBank: () => Promise.resolve(ok(value as unknown as PackedBank)),
      });
      expect(recite.status).toBe('failed');
      expect(recite.failure).toMatchObject({ code: 'bank-damaged' });
    },
  );

  test('stops when the browser closes the storage later', async () => {
    let close = () => {};
    const store = { ...world.store, onclosed: (callback: () => void) => void (close = callback) };
    const recite = await world.open({ openStore: () => Promise.resolve(ok(store)) });
    expect(recite.status).toBe('ready');
    close();
    expect(recite.status).toBe('failed');
    expect(recite.failure).toBe(FAILURES.closed);
  });
});

describe('what is written', () => {
  test('bears its time, its day, its device and an id', async () => {
    const recite = await world.open();
    await recite.record({ kind: 'review', card: 'velm/fleet', rating: 3, duration: 5 });
    await recite.note({ kind: 'settings', changes: { newPerDay: 3 } });
    const { day } = recite.moment();
    const stamp = { at: world.now, device: 'here', day, offset: 0 };
    expect(await world.events('review')).toMatchObject([{ ...stamp, rating: 3 }]);
    expect(await world.events('settings')).toMatchObject([stamp]);
    const ids = read(await world.store.eventsAfter(null, 9)).map((event) => event.id);
    expect(new Set(ids).size).toBe(2);
  });

  test('begins the day at the hour that the learner set', async () => {
    const recite = await world.open();
    world.now = Date.UTC(2026, 2, 3, 3);
    const before = recite.moment().day;
    await recite.changeSettings({ rolloverHour: 2 });
    expect(recite.moment().day).toBe(before + 1);
  });

  test('is counted when it is on disk, and not when it failed', async () => {
    const recite = await world.open();
    world.refusal = FAILURES.full;
    const refused = await recite.record({ kind: 'bury', card: 'velm/fleet' });
    expect(refused).toEqual({ ok: false, error: FAILURES.full });
    expect(await recite.changeSettings({ newPerDay: 1 })).toEqual({
      ok: false,
      error: FAILURES.full,
    });
    expect(recite.settings.newPerDay).toBe(20);
    expect(recite.writes).toBe(0);
    world.refusal = null;
    await recite.record({ kind: 'bury', card: 'velm/fleet' });
    await recite.changeSettings({ newPerDay: 1 });
    expect(recite.writes).toBe(2);
  });
});

describe('what another tab wrote', () => {
  const setting = (id: string): JournalEvent => ({
    id,
    at: world.now,
    device: 'other',
    day: 1,
    offset: 0,
    kind: 'settings',
    changes: { newPerDay: 4 },
  });

  test('holds here too: its settings, and that there is something new to look at', async () => {
    const recite = await world.open();
    const heard = vi.fn();
    const stop = recite.onchanged(heard);
    await world.elsewhere(setting('1'));
    expect(recite.settings.newPerDay).toBe(4);
    expect(recite.writes).toBe(1);
    expect(heard).toHaveBeenCalledExactlyOnceWith({ cards: [], days: [1], settings: true });
    stop();
    await world.elsewhere(setting('2'));
    expect(recite.writes).toBe(2);
    expect(heard).toHaveBeenCalledOnce();
  });
});

test('a card is that of a question of this bank, or of none', async () => {
  const recite = await world.open();
  expect(recite.questionOf('velm/fleet')?.prompt).toMatch(/^Why did the town double/);
  expect(recite.questionOf('fleet')).toBeUndefined();
  expect(recite.questionOf('other/fleet')).toBeUndefined();
});
