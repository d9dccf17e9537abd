import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../primitives/index.ts';
import { change, smallBank } from '../bank/check/fixtures/index.ts';
import { read, World } from './fixture.ts';
import type { Recite } from './recite.svelte.ts';
import { StudySession } from './study.svelte.ts';
import { readChosen, readToday } from './today.ts';

/** Velm's bank, with a match that is asked both ways and a cloze of two gaps. */
function withSiblings() {
  const reverse = 'Merchants of which town bought each of these goods?';
  const second = { number: 2, prompt: 'The ____ refused.', answer: 'council', accept: [] };
  return change(change(smallBank(), 'buyers', { reverse }), 'dredging', { gaps: [second] });
}

let world: World;
let recite: Recite;

beforeEach(async () => {
  world = new World(withSiblings());
  recite = await world.open();
});

async function review(question: string, rating: 1 | 2 | 3 | 4): Promise<void> {
  world.pass(1000);
  read(await recite.record({ kind: 'review', card: `velm/${question}`, rating, duration: 1 }));
}

const today = async () => read(await readToday(recite)).queue;

describe('siblings', () => {
  test('are cards of their own', () => {
    const ids = recite.bank.questions.map(({ id }) => id);
    expect(ids).toHaveLength(13);
    expect(ids).toContain('dredging~2');
    expect(recite.siblingsOf('velm/buyers')).toEqual(['velm/buyers~back']);
    expect(recite.siblingsOf('velm/buyers~back')).toEqual(['velm/buyers']);
    expect(recite.siblingsOf('velm/founder')).toEqual([]);
  });

  test('do not meet as new cards on one day, and each has its day', async () => {
    expect((await today()).fresh).toHaveLength(11);
    for (const card of (await today()).fresh) await review(card.slice('velm/'.length), 4);
    expect((await today()).fresh).toEqual([]);
    world.pass(DAY_MS);
    expect((await today()).fresh).toEqual(['velm/dredging~2', 'velm/buyers~back']);
  });

  test('wait while one of them is being learned', async () => {
    await recite.changeSettings({ newPerDay: 100 });
    await review('buyers~back', 1);
    const { learning, fresh } = await today();
    expect(learning.map(({ id }) => id)).toEqual(['velm/buyers~back']);
    expect(fresh).not.toContain('velm/buyers');
    expect(fresh).toContain('velm/dredging');
  });

  test('that are due together come on different days, the likelier forgotten first', async () => {
    await review('dredging', 4);
    world.pass(DAY_MS);
    await review('dredging~2', 3);
    await review('dredging~2', 3);
    world.pass(60 * DAY_MS);
    expect((await today()).reviews).toEqual(['velm/dredging~2']);
    await review('dredging~2', 4);
    expect((await today()).reviews).toEqual([]);
    world.pass(DAY_MS);
    expect((await today()).reviews).toEqual(['velm/dredging']);
  });

  test('are kept apart in a session on chosen cards, which may ask one again', async () => {
    const chosen = new Set(['velm/dredging', 'velm/dredging~2', 'velm/founder']);
    const queue = async () => read(await readChosen(recite, chosen, new Set())).queue;
    expect((await queue()).fresh).toEqual(['velm/dredging', 'velm/founder']);
    await review('dredging~2', 4);
    expect(await queue()).toMatchObject({ reviews: ['velm/dredging~2'], fresh: ['velm/founder'] });
    world.pass(DAY_MS);
    expect(await queue()).toMatchObject({ reviews: [], fresh: ['velm/dredging', 'velm/founder'] });
  });

  test('come back at once when what was done to one of them is taken back', async () => {
    const session = new StudySession(recite, ['velm/buyers', 'velm/buyers~back']);
    await session.load();
    expect(session.card?.id).toBe('velm/buyers');
    session.showAnswer();
    await session.grade(4);
    expect(session.phase).toBe('done');
    await session.undo();
    expect(session.card?.id).toBe('velm/buyers');
  });
});

test('a new card waits for a day on which nothing gives it away', async () => {
  const [founder, fleet] = ['velm/founder', 'velm/fleet'];
  world = new World({ ...withSiblings(), apart: { founder: ['fleet'], goods: ['founder'] } });
  recite = await world.open();
  expect((await today()).fresh).toContain(founder);
  expect((await today()).fresh).not.toContain(fleet);
  await review('founder', 4);
  world.pass(DAY_MS);
  expect((await today()).fresh).toContain(fleet);
});
