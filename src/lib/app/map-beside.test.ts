import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err } from '../primitives/index.ts';
import { documentMemory } from '../journal/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { read, World } from './fixture.ts';
import { MapBeside } from './map-beside.svelte.ts';
import type { Recite } from './recite.svelte.ts';

let world: World;
let recite: Recite;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
});

/** The map as the whole journal has it. */
async function whole() {
  const cards = read(await recite.store.cards(recite.bank.id));
  return documentMemory(recite.bank, cards, recite.moment().day, recite.settings);
}

const card = 'velm/founder';
const answer = () => recite.record({ kind: 'review', card, rating: 3, duration: 1 });

describe('the map beside a session', () => {
  test('is the one of today', async () => {
    const map = new MapBeside(recite);
    expect(map.memory).toBeNull();
    read(await answer());
    await map.load();
    expect(map.memory).toEqual(await whole());
  });

  test('knows of what is answered, and of what is taken back', async () => {
    const map = new MapBeside(recite);
    await map.load();
    expect(map.memory?.met).toBe(0);
    read(await answer());
    await map.renew(card);
    expect(map.memory?.met).toBe(1);
    expect(map.memory).toEqual(await whole());
    const [event] = await world.events('review');
    read(await recite.record({ kind: 'undo', target: event!.id, card }));
    await map.renew(card);
    expect(map.memory).toEqual(await whole());
    expect(map.memory?.met).toBe(0);
  });

  test('is not there where the journal cannot be read', async () => {
    vi.spyOn(world.store, 'cards').mockResolvedValue(err(FAILURES.closed));
    const map = new MapBeside(recite);
    await map.load();
    await map.renew(card);
    expect(map.memory).toBeNull();
  });
});
