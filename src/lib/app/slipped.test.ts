import { beforeEach, expect, test } from 'vitest';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { cardId } from '../journal/index.ts';
import { FAILURES } from '../storage/index.ts';
import { read, World } from './fixture.ts';
import type { Recite } from './recite.svelte.ts';
import { slippedIn } from './slipped.ts';

let world: World;
let recite: Recite;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
});

const [first, second] = smallBank().document.sections;

/** The cards that cite a section first. */
function cardsIn(section: string): string[] {
  const { id, questions } = world.bank;
  return questions.filter(({ cites }) => cites[0].section === section).map((q) => cardId(id, q.id));
}

async function review(card: string, rating: 1 | 3): Promise<void> {
  world.pass(1000);
  read(await recite.record({ kind: 'review', card, rating, duration: 1 }));
}

function slipped(answers: number, store: Pick<World['store'], 'latest'> = world.store) {
  return slippedIn(store, recite.bank, (card) => recite.questionOf(card), answers);
}

test('nothing forgotten, nothing to read again', async () => {
  await review(cardsIn(first!.id)[0]!, 3);
  expect(await slipped(1)).toBeNull();
  expect(await slipped(0)).toBeNull();
});

test('the section of which most was forgotten, and each card once, the hardest first', async () => {
  const [one] = cardsIn(first!.id);
  const [two, three] = cardsIn(second!.id);
  for (const [card, rating] of [
    [one, 1],
    [one, 1],
    [two, 1],
    [three, 1],
    [three, 3],
  ] as const)
    await review(card!, rating);
  const { id: section, heading } = second!;
  expect(await slipped(5)).toMatchObject({ section, heading, missed: 2, asked: 2 });
  const cards = (await slipped(5))!.cards;
  expect(cards.map(({ id }) => id)).toEqual([one, three, two]);
  expect(cards[0]).toMatchObject({ question: recite.questionOf(one!), heading: first!.heading });
});

test('only answers of this session count, and none that were taken back', async () => {
  const [one] = cardsIn(first!.id);
  const [two] = cardsIn(second!.id);
  await review(one!, 1);
  await review(two!, 1);
  const target = read(await world.store.latest(1))[0]!.id;
  world.pass(1000);
  read(await recite.record({ kind: 'undo', card: two!, target }));
  await review(two!, 3);
  expect(await slipped(1)).toBeNull();
  expect(await slipped(2)).toMatchObject({ section: first!.id, missed: 1, asked: 1 });
});

test('a journal that cannot be read is nothing to wait for', async () => {
  const latest = () => Promise.resolve({ ok: false, error: FAILURES.failed } as const);
  expect(await slipped(3, { latest })).toBeNull();
});
