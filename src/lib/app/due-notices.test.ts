import { beforeEach, expect, test } from 'vitest';
import { DAY_MS } from '../primitives/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { DueNotices } from './due-notices.ts';
import { read, World } from './fixture.ts';
import type { Recite } from './recite.svelte.ts';

let world: World;
let recite: Recite;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
});

test('says of each coming day what will be due if nothing is studied until then', async () => {
  for (const [card, rating] of [
    ['velm/founder', 1],
    ['velm/founded', 4],
  ] as const)
    read(await recite.record({ kind: 'review', card, rating, duration: 1 }));
  const easy = read(await recite.store.card('velm/founded'))!;
  const coming = read(await new DueNotices(recite).coming());
  const { day, now } = recite.moment();
  const due = easy.queueDay! - day;
  expect(coming[0]).toMatchObject({ count: 1, title: '1 card due in Recite' });
  expect(coming[0]!.from).toBeLessThanOrEqual(now);
  expect(coming[1]!.from - coming[0]!.from).toBe(DAY_MS);
  expect(coming[1]!.from).toBeGreaterThan(now);
  expect(coming[due - 1]).toMatchObject({ count: 1 });
  expect(coming[due]).toMatchObject({ count: 2, title: '2 cards due in Recite' });
  expect(coming.at(-1)).toMatchObject({ count: 2 });
});

test('says nothing where the journal cannot be read', async () => {
  world.unreadable = FAILURES.closed;
  expect(await new DueNotices(recite).coming()).toMatchObject({ ok: false });
});
