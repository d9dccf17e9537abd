import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../primitives/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { cardId } from '../journal/index.ts';
import { readAnswerLog } from './answers/read.ts';
import { read, World } from './fixture.ts';
import { Progress } from './progress.svelte.ts';
import type { Recite } from './recite.svelte.ts';

let world: World;
let recite: Recite;
let progress: Progress;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
  progress = new Progress();
});

async function show(): Promise<void> {
  await progress.load(recite);
  await progress.sum();
}

/** What is shown of the history. */
const sums = () => progress.history.sums!;

const cardAt = (index: number) => cardId(recite.bank.id, recite.bank.questions[index]!.id);

async function answer(index: number, rating: 1 | 2 | 3 | 4, duration = 4000): Promise<void> {
  world.pass(60_000);
  read(await recite.record({ kind: 'review', card: cardAt(index), rating, duration }));
}

describe('Progress', () => {
  test('before the first answer all cards are new, and nothing is claimed', async () => {
    await show();
    expect(progress.cards).toBe(recite.bank.questions.length);
    expect(progress.known).toEqual({ met: 0, recalled: 0 });
    expect(progress.states.fresh).toBe(progress.cards);
    expect(sums().count).toBe(0);
    expect(sums().retention).toEqual({ share: null, predicted: null });
  });

  test('reads the cards and the history, and again when something was written', async () => {
    await answer(0, 4);
    await show();
    expect(progress.known?.met).toBe(1);
    expect(sums().activity.at(-1)).toMatchObject({ fresh: 1, milliseconds: 4000 });
    await answer(1, 3);
    await show();
    expect(sums().count).toBe(2);
    expect(progress.forecast.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });

  test('what is not written anew is not read anew, by the next visit either', async () => {
    await answer(0, 4);
    await show();
    const { log } = progress.answers;
    const later = new Progress();
    await later.load(recite);
    expect(later.answers.log).toBe(log);
    await answer(1, 4);
    await later.load(recite);
    expect(later.answers.log).not.toBe(log);
  });

  test('an undone answer is none', async () => {
    await answer(0, 4);
    const [review] = await world.events('review');
    read(await recite.record({ kind: 'undo', card: cardAt(0), target: review!.id }));
    await show();
    expect(sums().countEver).toBe(0);
    expect(progress.known?.met).toBe(0);
  });

  test('looks at one section', async () => {
    const sections = recite.bank.questions.map(({ cites }) => cites[0].section);
    const other = sections.findIndex((section) => section !== sections[0]);
    await answer(0, 4);
    await show();
    progress.section = sections[0]!;
    await progress.sum();
    expect(progress.cards).toBe(sections.filter((section) => section === sections[0]).length);
    expect(sums().count).toBe(1);
    expect(progress.memory?.sections).toHaveLength(1);
    expect(progress.allSections).toBeNull();
    if (other < 0) return;
    progress.section = sections[other]!;
    await progress.sum();
    expect(sums().count).toBe(0);
    expect(progress.known?.met).toBe(0);
  });

  test('looks back as far as it is asked to', async () => {
    await answer(0, 4);
    world.pass(60 * DAY_MS);
    await answer(1, 4);
    await show();
    expect(sums().count).toBe(1);
    progress.range = 'all';
    await progress.sum();
    expect(sums().count).toBe(2);
    expect(progress.back.unit).toBe('week');
  });

  test('foresees what is left without another review', async () => {
    await answer(0, 4);
    await show();
    progress.ahead = 365;
    expect(progress.knownAhead!.recalled).toBeLessThan(progress.known!.recalled);
    expect(progress.known!.recalled).toBeCloseTo(1, 2);
  });

  test('aims where the bank aims', async () => {
    read(await recite.changeSettings({ perBank: { [recite.bank.id]: 0.8 } }));
    await show();
    expect(progress.aim).toBe(0.8);
  });

  test('says why nothing can be shown', async () => {
    const failure = { code: 'x', message: 'The disk is away.' };
    const { store } = recite;
    store.cards = () => Promise.resolve({ ok: false, error: failure });
    await show();
    expect(progress.failure).toEqual(failure);
    expect(progress.ready).toBe(false);
  });
});

test('readAnswerLog reads page after page, and says how far it is', async () => {
  const { store } = recite;
  for (let index = 0; index < 5; index++) await answer(index % 2, 3);
  const told: number[] = [];
  const log = read(await readAnswerLog(store, (events) => told.push(events)));
  expect(log.day).toHaveLength(5);
  expect([...new Set(log.card)]).toHaveLength(2);
  expect(told.at(-1)).toBe(5);
});
