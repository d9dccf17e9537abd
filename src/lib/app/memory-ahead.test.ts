import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY_MS, err } from '../primitives/index.ts';
import { documentMemory } from '../journal/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { read, World } from './fixture.ts';
import { DAYS_AHEAD, MemoryAhead } from './memory-ahead.svelte.ts';
import type { Recite } from './recite.svelte.ts';

let world: World;
let recite: Recite;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
  for (const question of ['founder', 'fleet', 'herring']) {
    world.pass(1000);
    read(await recite.record({ kind: 'review', card: `velm/${question}`, rating: 3, duration: 1 }));
  }
});

async function loaded() {
  const ahead = new MemoryAhead(recite);
  await ahead.load();
  return ahead;
}

describe('the map on a day', () => {
  test('is today’s to begin with', async () => {
    const ahead = await loaded();
    const cards = read(await recite.store.cards(recite.bank.id));
    const { day } = recite.moment();
    expect(ahead.memory).toEqual(documentMemory(recite.bank, cards, day, recite.settings));
    expect(ahead.day).toBe(day);
  });

  test('fades from stop to stop, and passages stay met', async () => {
    const ahead = await loaded();
    const recalls = DAYS_AHEAD.map((_days, stop) => {
      ahead.stop = stop;
      return ahead.memory!.recall!;
    });
    expect(recalls).toEqual([...recalls].sort((a, b) => b - a));
    expect(recalls.at(-1)).toBeLessThan(recalls[0]!);
    expect(ahead.days).toBe(365);
    expect(ahead.memory!.met).toBeGreaterThan(0);
  });

  test('is what it really is on that day, if nothing was studied', async () => {
    const ahead = await loaded();
    ahead.stop = 3;
    const then = ahead.memory;
    world.pass(ahead.days * DAY_MS);
    expect((await loaded()).memory).toEqual(then);
  });

  test('is not shown where the journal cannot be read', async () => {
    vi.spyOn(world.store, 'cards').mockResolvedValue(err(FAILURES.closed));
    const ahead = await loaded();
    expect(ahead).toMatchObject({ memory: null, faded: [], failure: FAILURES.closed });
  });
});

describe('what has faded', () => {
  test('is nothing on the day it was learned', async () => {
    expect((await loaded()).faded).toEqual([]);
  });

  test('are at most three passages that were met, the faintest first, as they are today', async () => {
    world.pass(120 * DAY_MS);
    const ahead = await loaded();
    const before = ahead.faded;
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThanOrEqual(3);
    const recalls = before.map(({ recall }) => recall);
    expect(recalls).toEqual([...recalls].sort((a, b) => a - b));
    expect(Math.max(...recalls)).toBeLessThan(0.9);
    const met = new Set(
      ahead.memory!.sections.flatMap(({ strokes }) =>
        strokes.filter(({ level }) => level !== null).map(({ paragraph }) => paragraph),
      ),
    );
    for (const { paragraph } of before) expect(met).toContain(paragraph);
    ahead.stop = 9;
    expect(ahead.faded).toEqual(before);
  });
});
