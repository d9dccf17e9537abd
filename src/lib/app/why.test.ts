import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../primitives/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import type { HistoryEntry } from '../ui/index.ts';
import { read, World } from './fixture.ts';
import { leaveSession, openSession } from './resume.ts';
import type { Recite } from './recite.svelte.ts';
import { Why } from './why.svelte.ts';

const CARD = 'velm/founder';
let world: World;
let recite: Recite;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
});

async function why(card: string | null = CARD): Promise<Why> {
  const opened = new Why();
  await opened.load(recite, card);
  return opened;
}

async function review(rating: 1 | 2 | 3 | 4, days = 0): Promise<void> {
  world.pass(days * DAY_MS + MINUTE_MS);
  read(await recite.record({ kind: 'review', card: CARD, rating, duration: 4000 }));
}

const kinds = (entries: readonly HistoryEntry[]) => entries.map(({ kind }) => kind);

describe('why a card comes when it does', () => {
  test('says so where there is no such card', async () => {
    for (const card of [null, 'velm/nobody']) {
      const { shown, failure } = await why(card);
      expect(shown).toBeNull();
      expect(failure?.message).toContain('no such card');
    }
  });

  test('a new card has no memory yet, but four ways to begin', async () => {
    const opened = await why();
    const { shown } = opened;
    await expect.poll(() => opened.outlook).not.toBeNull();
    const { known, history, standing, comes } = shown!;
    expect({ known, history, standing, comes }).toEqual({
      comes: null,
      known: null,
      history: [],
      standing: { kind: 'new' },
    });
    expect(opened.outlook!.map(({ delay }) => delay)).toMatchObject([
      { unit: 'minutes', count: 1 },
      { unit: 'minutes', count: 6 },
      { unit: 'minutes', count: 10 },
      { unit: 'days' },
    ]);
  });

  test('a card in review is what its snapshot says, with its curve and its history', async () => {
    await review(4);
    await review(3, 9);
    world.pass(3 * DAY_MS);
    const { known, history, today } = (await why()).shown!;
    const snapshot = read(await world.store.card(CARD))!;
    expect(known!.schedule).toEqual(snapshot.schedule);
    expect(known!.curve).toMatchObject({
      from: today - 12,
      today,
      due: snapshot.schedule!.dueDay,
      aim: 0.9,
    });
    expect(known!.curve.to).toBeGreaterThan(known!.curve.due);
    expect(known!.curve.recallOn(today)).toBeCloseTo(known!.recall, 12);
    expect(known!.changed).toEqual({ aim: null, parameters: false });
    const [first, second] = known!.curve.stretches;
    expect(first!.points[0]).toEqual([today - 12, 1]);
    expect(first!.points[first!.points.length - 1]).toEqual([today - 3, second!.before]);
    expect(history[0]).toMatchObject({ kind: 'answer', rating: 3, effect: { elapsed: 9 } });
    expect(history[1]).toMatchObject({ kind: 'answer', rating: 4, effect: { elapsed: null } });
  });

  test('what was taken back stays in sight, struck through, and counts for nothing', async () => {
    await review(4);
    await review(1, 9);
    const [, last] = await world.events('review');
    read(await recite.record({ kind: 'undo', card: CARD, target: last!.id }));
    const { known, history } = (await why()).shown!;
    expect(kinds(history)).toEqual(['undo', 'answer', 'answer']);
    expect(history[0]).toMatchObject({ what: { id: last!.id, rating: 1 } });
    expect(history.map(({ undone }) => undone)).toEqual([false, true, false]);
    expect(known!.schedule.lapses).toBe(0);
    expect(known!.curve.stretches).toHaveLength(1);
  });

  test('tells what has changed since the last answer', async () => {
    await review(4);
    read(await recite.changeSettings({ desiredRetention: 0.8 }));
    const { known, settings } = (await why()).shown!;
    expect(known!.changed).toEqual({ aim: 0.8, parameters: false });
    expect(known!.last.settings.desiredRetention).toBe(0.9);
    expect(settings.desiredRetention).toBe(0.8);
  });

  test('what falls on a day off comes after it, and the grades say what Study would', async () => {
    await review(4);
    const due = read(await world.store.card(CARD))!.schedule!.dueDay;
    const breaks = [{ from: due - 1, to: due + 1 }];
    read(await recite.changeSettings({ breaks, buttons: 2 }));
    const opened = await why();
    await expect.poll(() => opened.outlook).not.toBeNull();
    expect(opened.shown!.comes).toEqual({ day: due + 3, moved: true });
    expect(opened.outlook!.map(({ rating }) => rating)).toEqual([1, 3]);
    read(await recite.record({ kind: 'suspend', card: CARD }));
    expect((await why()).shown!.comes).toBeNull();
  });

  test('a card that was started over has a history and no curve', async () => {
    await review(4);
    read(await recite.record({ kind: 'reset', card: CARD }));
    read(
      await recite.record({ kind: 'edit', card: CARD, changes: { prompt: 'Who?', answer: null } }),
    );
    const { known, history } = (await why()).shown!;
    expect(known).toBeNull();
    expect(kinds(history)).toEqual(['edit', 'reset', 'answer']);
    expect(history[0]).toMatchObject({ fields: ['question'], back: ['answer'] });
    await review(3, 1);
    expect((await why()).shown!.known!.curve.stretches).toHaveLength(1);
  });

  test('says when its passage was read, and what was read for it', async () => {
    await review(4);
    expect((await why()).shown!.lastRead).toBeNull();
    const place = { bank: 'velm', section: 'history', paragraph: 'history-1', milliseconds: 5000 };
    world.pass(1000);
    read(await recite.noteReading([{ ...place, card: CARD }]));
    world.pass(DAY_MS);
    read(await recite.noteReading([place, { ...place, paragraph: 'trade-1' }]));
    const { lastRead, today, history } = (await why()).shown!;
    expect(lastRead).toBe(today);
    expect(kinds(history)).toEqual(['read', 'answer']);
  });

  test('looking it up leaves the card in Study as it lay', async () => {
    const query = new URLSearchParams();
    const session = openSession(recite, query);
    await expect.poll(() => session.phase).toBe('asking');
    session.showAnswer();
    leaveSession(recite, query, session);
    await why(session.card!.id);
    const again = openSession(recite, query);
    expect(again).toBe(session);
    expect(again.phase).toBe('answered');
  });
});
