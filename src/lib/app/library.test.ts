import { beforeEach, describe, expect, test } from 'vitest';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { read, World } from './fixture.ts';
import { Library } from './library.svelte.ts';
import type { Recite } from './recite.svelte.ts';
import { lastUndoable } from './undo.ts';

let world: World;
let recite: Recite;
let library: Library;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
  for (const card of ['velm/founder', 'velm/fleet', 'velm/herring']) {
    world.pass(1000);
    read(await recite.record({ kind: 'suspend', card }));
  }
  world.pass(1000);
  library = new Library(recite);
  await library.load();
});

describe('suspended cards', () => {
  test('come back at one stroke, which one Undo takes back', async () => {
    expect(library.suspended).toHaveLength(3);
    await library.resume(library.suspended);
    expect(library.suspended).toEqual([]);
    expect(library.said?.words).toBe('3 cards are back in the queue.');
    expect(await lastUndoable(world.store)).toHaveLength(3);
    world.pass(1000);
    await library.takeBack();
    expect(library.suspended).toHaveLength(3);
    expect(library.said?.words).toBe('3 cards are set aside again.');
    expect(library.resumed).toEqual([]);
  });

  test('one comes back by itself', async () => {
    await library.resume(library.suspended.slice(0, 1));
    expect(library.suspended).toHaveLength(2);
    expect(library.said?.words).toBe('The card is back in the queue.');
  });

  test('stay as they are where something else was done since', async () => {
    await library.resume(library.suspended);
    world.pass(1000);
    read(await recite.record({ kind: 'flag', card: 'velm/fleet', flagged: true }));
    await library.takeBack();
    expect(library.suspended).toEqual([]);
    expect(library.said?.words).toMatch(/^Something else was done since/);
  });

  test('are told what could not be written', async () => {
    world.refusal = FAILURES.full;
    await library.resume(library.suspended);
    expect(library.failure).toEqual(FAILURES.full);
    expect(library.suspended).toHaveLength(3);
  });
});
