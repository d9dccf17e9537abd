import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../primitives/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { read, World } from './fixture.ts';
import { ReadingRecord } from './reading.ts';
import { ReadingTime } from './reading-time.ts';
import { Reader } from './reader.svelte.ts';
import type { Recite } from './recite.svelte.ts';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

describe('the time before the eyes', () => {
  // 100 words take 24 seconds at 250 a minute; 40 % of that are 9.6 seconds.
  const time = () =>
    new ReadingTime(
      new Map([
        ['long', words(100)],
        ['other', words(100)],
        ['short', words(5)],
      ]),
      0,
    );

  test('makes a paragraph read from 40 % of what its words need on, once', () => {
    const reading = time();
    reading.sees('long', true, 1000);
    expect(reading.read(10_500)).toEqual([]);
    expect(reading.read(10_700)).toEqual([{ paragraph: 'long', milliseconds: 9700 }]);
    expect(reading.read(30_000)).toEqual([]);
  });

  test('is never under three seconds', () => {
    const reading = time();
    reading.sees('short', true, 0);
    expect(reading.read(2900)).toEqual([]);
    expect(reading.read(3000)).toHaveLength(1);
  });

  test('is shared out among what is in view, but not with what one came for', () => {
    const shared = time();
    shared.sees('long', true, 0);
    shared.sees('other', true, 0);
    expect(shared.read(19_000)).toEqual([]);
    expect(shared.read(19_300).map(({ paragraph }) => paragraph)).toEqual(['long', 'other']);

    const lookedUp = time();
    lookedUp.lookedUp = 'other';
    lookedUp.sees('long', true, 0);
    lookedUp.sees('other', true, 0);
    expect(lookedUp.read(10_000)).toEqual([{ paragraph: 'other', milliseconds: 10_000 }]);
  });

  test('does not run while the page is out of sight, nor for who has put it down', () => {
    const reading = time();
    reading.sees('long', true, 0);
    reading.rests(true, 5000);
    reading.rests(false, 600_000);
    expect(reading.read(604_000)).toEqual([]);
    expect(reading.read(5_000_000)).toEqual([{ paragraph: 'long', milliseconds: 96_000 }]);
  });

  test('does not run backwards', () => {
    const reading = time();
    reading.sees('short', true, 10_000);
    reading.sees('short', true, 2000);
    expect(reading.read(4000)).toEqual([]);
  });
});

describe('what was read', () => {
  let world: World;
  let recite: Recite;
  beforeEach(async () => {
    world = new World(smallBank());
    recite = await world.open();
  });
  const record = () => new ReadingRecord(recite, world.bank.document);

  test('is one event a paragraph, with the card that led there, and no reason to look again', async () => {
    const { writes } = recite;
    const reading = record();
    reading.arrive('history-1', 'velm/founder');
    reading.sees('history-1', true);
    reading.sees('history-2', true);
    world.pass(40_000);
    await reading.keep();
    await reading.keep();
    const events = await world.events('reading');
    expect(events).toMatchObject([
      { bank: 'velm', section: 'history', paragraph: 'history-1', card: 'velm/founder' },
      { bank: 'velm', section: 'history', paragraph: 'history-2' },
    ]);
    expect(events[1]).not.toHaveProperty('card');
    expect(recite.writes).toBe(writes);
    expect(read(await world.store.card('velm/founder'))).toBeNull();
  });

  test('is for no card that there is not', async () => {
    const reading = record();
    reading.arrive('history-1', 'nobody/nothing');
    reading.sees('history-1', true);
    world.pass(40_000);
    reading.rests(true);
    await expect.poll(() => world.events('reading')).toHaveLength(1);
    expect((await world.events('reading'))[0]).not.toHaveProperty('card');
  });

  test('is told to the day', async () => {
    const reading = record();
    reading.sees('trade-1', true);
    world.pass(40_000);
    await reading.keep();
    world.pass(3 * DAY_MS);
    const reader = new Reader(recite, world.bank.document);
    await reader.load();
    expect(reader.readAgo('trade-1')).toBeNull();
    await reader.recallReading();
    expect(reader.readAgo('trade-1')).toBe(3);
    expect(reader.readAgo('trade-2')).toBeNull();
  });
});
