import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../primitives/index.ts';
import { recallOn } from '../schedule/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { read, World } from './fixture.ts';
import type { Recite } from './recite.svelte.ts';
import { SessionQueue } from './session-queue.svelte.ts';
import { readToday } from './today.ts';

let world: World;
let recite: Recite;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
});

async function review(question: string, rating: 1 | 2 | 3 | 4): Promise<void> {
  world.pass(1000);
  read(await recite.record({ kind: 'review', card: `velm/${question}`, rating, duration: 1 }));
}

async function today() {
  return read(await readToday(recite));
}

describe('what today holds', () => {
  test('are new cards in the order of the bank, as many as the day allows', async () => {
    await recite.changeSettings({ newPerDay: 3 });
    const { queue, freshLater, counts, snapshots } = await today();
    expect(queue).toEqual({
      learning: [],
      reviews: [],
      fresh: ['velm/founder', 'velm/fleet', 'velm/herring'],
    });
    expect(freshLater).toBe(8);
    expect(counts.fresh).toBe(0);
    expect(snapshots.size).toBe(0);
  });

  test('those that were begun today count against the limit', async () => {
    await recite.changeSettings({ newPerDay: 3 });
    await review('founder', 4);
    await review('fleet', 4);
    expect((await today()).queue.fresh).toEqual(['velm/herring']);
    world.pass(DAY_MS);
    expect((await today()).queue.fresh).toHaveLength(3);
    await recite.changeSettings({ newPerDay: 0 });
    expect((await today()).queue.fresh).toEqual([]);
  });

  test('cards being learned, at their time, whatever the limits', async () => {
    await recite.changeSettings({ newPerDay: 0, reviewsPerDay: 0 });
    await review('founder', 1);
    const { queue, snapshots } = await today();
    expect(queue.learning).toEqual([
      { kind: 'learning', id: 'velm/founder', dueAt: world.now + MINUTE_MS },
    ]);
    expect(snapshots.get('velm/founder')?.schedule?.phase).toBe('learning');
  });

  test('reviews that are due, the likeliest to be forgotten first, up to the limit', async () => {
    for (const question of ['founder', 'fleet', 'herring', 'goods']) await review(question, 4);
    world.pass(10 * DAY_MS);
    // Its memory is fresher, so it can wait longest.
    await review('founder', 3);
    world.pass(60 * DAY_MS);
    const { queue, snapshots } = await today();
    expect([...queue.reviews].sort()).toEqual(
      ['velm/fleet', 'velm/founder', 'velm/goods', 'velm/herring'].sort(),
    );
    const recalls = queue.reviews.map((card) =>
      recallOn(snapshots.get(card)!.schedule!, recite.moment().day, recite.settings),
    );
    expect(recalls).toEqual([...recalls].sort((a, b) => a - b));
    expect(queue.reviews.at(-1)).toBe('velm/founder');

    await recite.changeSettings({ reviewsPerDay: 2 });
    expect((await today()).queue.reviews).toEqual(queue.reviews.slice(0, 2));
    await review('fleet', 3);
    expect((await today()).queue.reviews).toHaveLength(1);
  });

  test('not what is suspended, nor today what is buried', async () => {
    await recite.record({ kind: 'suspend', card: 'velm/founder' });
    await recite.record({ kind: 'bury', card: 'velm/fleet' });
    expect((await today()).queue.fresh).toHaveLength(9);
    world.pass(DAY_MS);
    expect((await today()).queue.fresh.slice(0, 2)).toEqual(['velm/fleet', 'velm/herring']);
    await recite.record({ kind: 'resume', card: 'velm/founder' });
    expect((await today()).queue.fresh[0]).toBe('velm/founder');
  });

  test('not a card whose question the bank has no longer', async () => {
    world.pass(1000);
    await recite.record({ kind: 'review', card: 'velm/withdrawn', rating: 1, duration: 1 });
    const { queue, snapshots } = await today();
    expect(queue.learning).toEqual([]);
    expect(snapshots.size).toBe(0);
    expect(read(await world.store.card('velm/withdrawn'))).not.toBeNull();
  });

  test('a new card whose first answer was taken back', async () => {
    await review('fleet', 3);
    const [event] = await world.events('review');
    await recite.record({ kind: 'undo', card: 'velm/fleet', target: event!.id });
    expect((await today()).queue).toMatchObject({ learning: [], reviews: [] });
    expect((await today()).queue.fresh[1]).toBe('velm/fleet');
  });

  test('a new card that is flagged, tagged or worded anew, in its place; buried, only tomorrow', async () => {
    await recite.record({ kind: 'tag', card: 'velm/herring', add: ['exam'], remove: [] });
    await recite.record({ kind: 'flag', card: 'velm/founder', flagged: true });
    const worded = { prompt: 'Who began it?' };
    await recite.record({ kind: 'edit', card: 'velm/fleet', changes: worded });
    const { queue, snapshots } = await today();
    expect(queue).toMatchObject({ learning: [], reviews: [] });
    expect(queue.fresh.slice(0, 3)).toEqual(['velm/founder', 'velm/fleet', 'velm/herring']);
    expect(snapshots.get('velm/founder')).toMatchObject({ flagged: true });
    world.pass(1000);
    await recite.record({ kind: 'bury', card: 'velm/founder' });
    expect((await today()).queue.fresh.slice(0, 2)).toEqual(['velm/fleet', 'velm/herring']);
    world.pass(DAY_MS);
    expect((await today()).queue.fresh[0]).toBe('velm/founder');
  });

  test('a card that was started over, as a new one', async () => {
    await review('fleet', 4);
    world.pass(DAY_MS);
    await recite.record({ kind: 'reset', card: 'velm/fleet' });
    const { queue, counts } = await today();
    expect(queue).toMatchObject({ learning: [], reviews: [] });
    expect(queue.fresh[1]).toBe('velm/fleet');
    expect(counts.fresh).toBe(0);
  });

  test('where enough is due, what is longest due to begin with; what an exam is about, whole', async () => {
    for (const question of ['founder', 'fleet', 'herring', 'goods']) {
      await review(question, 4);
      world.pass(DAY_MS);
    }
    world.pass(60 * DAY_MS);
    const whole = await today();
    const part = read(await readToday(recite, false, 2));
    expect(part).toMatchObject({ partial: true, waiting: 2 });
    expect([...part.queue.reviews].sort()).toEqual(['velm/fleet', 'velm/founder']);
    expect(part.queue.fresh).toEqual([]);
    expect(part.snapshots.size).toBe(2);
    const queue = new SessionQueue(recite, null, false);
    queue.take(read(await queue.begin(2)));
    expect(queue.left).toBe(2);
    queue.take(read(await queue.read()));
    expect(queue.left).toBe(4 + whole.queue.fresh.length);
    // Fewer than that are due: it is all there is.
    expect(read(await readToday(recite, false, 5))).toEqual({ ...whole, partial: false });
    const exam = { bank: 'velm', day: recite.moment().day + 30, target: 0.9, sections: [] };
    await recite.changeSettings({ exam });
    expect(read(await readToday(recite, false, 2))).toMatchObject({ partial: false, waiting: 4 });
  });

  test('of a bank of which all is tagged, no more snapshots than the day asks for', async () => {
    await recite.changeSettings({ newPerDay: 2 });
    const cards = recite.bank.questions.map(({ id }) => `velm/${id}`);
    await recite.recordAll(
      cards.map((card) => ({ kind: 'tag', card, add: ['exam'], remove: [] }) as const),
    );
    const { queue, snapshots, freshLater } = await today();
    expect([...snapshots.keys()]).toEqual(queue.fresh);
    expect(snapshots.get(queue.fresh[0]!)).toMatchObject({ tags: ['exam'] });
    expect(freshLater).toBe(9);
  });

  test('nothing, with the reason, where it cannot be read', async () => {
    world.unreadable = FAILURES.failed;
    expect(await readToday(recite)).toEqual({ ok: false, error: FAILURES.failed });
  });
});
