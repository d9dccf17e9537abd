import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../primitives/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { read, World } from './fixture.ts';
import { Repair } from './repair.svelte.ts';
import type { Recite } from './recite.svelte.ts';

const CARD = 'velm/founder';
let world: World;
let recite: Recite;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
  read(await recite.changeSettings({ leechLapses: 3 }));
});

/** Learns a card and forgets it so often. */
async function forget(card: string, times: number): Promise<void> {
  const review = async (rating: 1 | 4) => {
    read(await recite.record({ kind: 'review', card, rating, duration: 1000 }));
    world.pass(DAY_MS);
  };
  await review(4);
  for (let time = 0; time < times; time++) {
    await review(1);
    await review(4);
  }
}

async function repair(card: string | null = null): Promise<Repair> {
  const opened = new Repair(recite);
  await opened.load(card);
  return opened;
}

const cards = ({ leeches }: Repair) => leeches!.map(({ card }) => card);

describe('the repair', () => {
  test('lists what is forgotten as often as the settings say, the worst first', async () => {
    await forget('velm/fleet', 3);
    await forget(CARD, 5);
    await forget('velm/exports', 2);
    const { leeches } = await repair();
    expect(leeches).toMatchObject([
      { card: CARD, lapses: 5, reviews: 11 },
      { card: 'velm/fleet', lapses: 3 },
    ]);
    read(await recite.changeSettings({ leechLapses: 0 }));
    expect((await repair()).leeches).toEqual([]);
  });

  test('shows the card with the others on its passage and how they stand', async () => {
    await forget(CARD, 3);
    const { card } = await repair(CARD);
    expect(card).toMatchObject({ card: CARD, lapses: 3, standing: { kind: 'later' } });
    const paragraph = card!.question.cites[0].paragraph;
    expect(card!.others.length).toBeGreaterThan(0);
    for (const { question, standing } of card!.others) {
      expect(question.id).not.toBe('founder');
      expect(question.cites.some((cite) => cite.paragraph === paragraph)).toBe(true);
      expect(standing).toEqual({ kind: 'new' });
    }
    expect((await repair('velm/nobody')).missing).toBe(true);
  });

  test.each([
    ['suspend', 'suspended'],
    ['startOver', 'new'],
  ] as const)('%s is done, and taken back', async (what, kind) => {
    await forget(CARD, 3);
    const opened = await repair(CARD);
    const before = read(await world.store.card(CARD));
    await opened[what]();
    expect(opened.done).not.toBeNull();
    await opened.load(CARD);
    expect(opened.card!.standing.kind).toBe(kind);
    expect(cards(opened)).toEqual([]);
    await opened.takeBack();
    await opened.load(CARD);
    expect(opened.done).toBeNull();
    expect(cards(opened)).toEqual([CARD]);
    expect(read(await world.store.card(CARD))!.schedule).toEqual(before!.schedule);
  });

  test('words a card anew, and takes that back', async () => {
    await forget(CARD, 3);
    const opened = await repair(CARD);
    const { prompt } = opened.card!.question;
    const { schedule } = read(await world.store.card(CARD))!;
    expect(await opened.reword({ prompt: 'Who put up the first chapel?' })).toBe(true);
    await opened.load(CARD);
    expect(opened.card!.question.prompt).toBe('Who put up the first chapel?');
    expect(opened.done).toMatchObject({ kind: 'edit' });
    expect(cards(opened)).toEqual([CARD]);
    expect(read(await world.store.card(CARD))!.schedule).toEqual(schedule);
    world.pass(1000);
    await opened.takeBack();
    await opened.load(CARD);
    expect(opened.card!.question.prompt).toBe(prompt);
  });

  test('puts a card that was set aside back among the others', async () => {
    await forget(CARD, 3);
    read(await recite.record({ kind: 'suspend', card: CARD }));
    world.pass(1000);
    const opened = await repair(CARD);
    expect(opened.card!.standing.kind).toBe('suspended');
    expect(await opened.resume()).toBe(true);
    await opened.load(CARD);
    expect(opened.card!.standing.kind).not.toBe('suspended');
    world.pass(1000);
    await opened.takeBack();
    await opened.load(CARD);
    expect(opened.card!.standing.kind).toBe('suspended');
  });

  test('says what cannot be written, and leaves the card as it is', async () => {
    await forget(CARD, 3);
    const opened = await repair(CARD);
    world.refusal = FAILURES.full;
    await opened.suspend();
    expect(opened.failure).toEqual(FAILURES.full);
    expect(opened.done).toBeNull();
  });

  test('says what cannot be read', async () => {
    world.store.cards = () => Promise.resolve({ ok: false, error: FAILURES.full });
    expect((await repair()).failure).toEqual(FAILURES.full);
  });
});
