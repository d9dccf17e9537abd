import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../primitives/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { read, World } from './fixture.ts';
import type { Recite } from './recite.svelte.ts';
import { lastUndoable, takeBack } from './undo.ts';
import { takenBackWords } from './undo-words.ts';

let world: World;
let recite: Recite;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
});

const id = (question: string) => `velm/${question}`;

type Recorded = Parameters<Recite['record']>[0];

async function record(...events: Recorded[]): Promise<void> {
  for (const event of events) {
    world.pass(1000);
    read(await recite.record(event));
  }
}

const review = (question: string, rating: 1 | 2 | 3 | 4 = 3): Recorded => ({
  kind: 'review',
  card: id(question),
  rating,
  duration: 1,
});

/** Takes everything back, stroke by stroke; says what it was. */
async function backToTheBeginning(): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    const stroke = await lastUndoable(world.store);
    if (!stroke) return seen;
    seen.push(stroke.map(({ kind, card }) => `${kind} ${card.slice(5)}`).join(', '));
    world.pass(1000);
    read(await takeBack(recite, stroke));
  }
}

describe('what Undo takes back', () => {
  test('is nothing at first', async () => {
    expect(await lastUndoable(world.store)).toBeNull();
  });

  test('is whatever was done to a card last and still counts, down to the first', async () => {
    await record(
      review('founder'),
      { kind: 'suspend', card: id('fleet') },
      { kind: 'resume', card: id('fleet') },
      { kind: 'bury', card: id('herring') },
      { kind: 'flag', card: id('herring'), flagged: true },
      { kind: 'tag', card: id('herring'), add: ['exam'], remove: [] },
      { kind: 'edit', card: id('herring'), changes: { prompt: 'Which fish?' } },
      { kind: 'reset', card: id('founder') },
    );
    expect(await backToTheBeginning()).toEqual([
      'reset founder',
      'edit herring',
      'tag herring',
      'flag herring',
      'bury herring',
      'resume fleet',
      'suspend fleet',
      'review founder',
    ]);
    const cards = read(await world.store.cards());
    expect(cards).toHaveLength(3);
    for (const card of cards) {
      expect(card).toMatchObject({ schedule: null, suspended: false, buriedOn: null, queueDay: 0 });
      for (const mark of ['flagged', 'tags', 'edit']) expect(card).not.toHaveProperty(mark);
    }
    expect(read(await world.store.days(0, 1e6))).toEqual([]);
    expect(recite.questionOf(id('herring'))).toEqual(recite.originalOf(id('herring')));
  });

  test('lies as far back as the history goes', async () => {
    for (let at = 0; at < 700; at++) {
      world.pass(1000);
      read(await recite.note({ kind: 'quiz', quiz: `q${at}`, bank: 'velm', sections: [] }));
      if (at === 1) await record(review('founder'));
      if (at === 30) await record(review('fleet'));
    }
    expect(await backToTheBeginning()).toEqual(['review fleet', 'review founder']);
  });

  test('never is an undo: after going back on and on there is nothing', async () => {
    await record(review('founder'), review('fleet'));
    expect(await backToTheBeginning()).toHaveLength(2);
    expect(await backToTheBeginning()).toEqual([]);
    await record(review('herring'));
    expect(await backToTheBeginning()).toEqual(['review herring']);
  });

  test('is not offered twice after a clock was set back', async () => {
    await record(review('founder'));
    world.pass(-DAY_MS);
    expect(await backToTheBeginning()).toEqual(['review founder']);
  });

  test('is no settings, no quiz, no reading', async () => {
    await record(review('founder'));
    world.pass(1000);
    await recite.changeSettings({ newPerDay: 4 });
    const answer = { kind: 'answer', quiz: 'q', verdict: 'wrong', duration: 1 } as const;
    await record({ ...answer, card: id('herring') });
    await recite.note({ kind: 'quiz', quiz: 'q', bank: 'velm', sections: [] });
    const passage = { bank: 'velm', section: 's', paragraph: 'p', milliseconds: 900 };
    await recite.note({ kind: 'reading', ...passage, card: id('founder') });
    expect(await lastUndoable(world.store)).toMatchObject([{ kind: 'review' }]);
  });

  test('is nothing where the journal cannot be read', async () => {
    await record(review('founder'));
    const latest = () => Promise.resolve({ ok: false, error: FAILURES.failed } as const);
    expect(await lastUndoable({ ...world.store, latest })).toBeNull();
  });
});

describe('what was done in bulk', () => {
  const bury = (question: string): Recorded => ({ kind: 'bury', card: id(question) });

  test('is taken back at one stroke, and nothing else with it', async () => {
    await record(bury('goods'));
    world.pass(1000);
    read(await recite.recordAll(['founder', 'fleet', 'herring'].map(bury)));
    await record(review('goods'));
    const taken = await backToTheBeginning();
    expect(taken).toEqual(['review goods', 'bury herring, bury fleet, bury founder', 'bury goods']);
    const undos = await world.events('undo');
    expect(new Set(undos.slice(1, 4).map(({ batch }) => batch)).size).toBe(1);
    expect(undos[0]!.batch).toBeUndefined();
  });

  test('is taken back as far as it still counts', async () => {
    read(await recite.recordAll(['founder', 'fleet', 'herring'].map(bury)));
    const fleet = (await world.events('bury')).find(({ card }) => card === id('fleet'))!;
    await record({ kind: 'undo', card: id('fleet'), target: fleet.id });
    expect(await backToTheBeginning()).toEqual(['bury herring, bury founder']);
  });

  test('brings the bank’s words back on every card', async () => {
    const changes = { explanation: 'Mine.' };
    const edits = ['founder', 'fleet'].map((q) => ({
      kind: 'edit' as const,
      card: id(q),
      changes,
    }));
    read(await recite.recordAll(edits));
    expect(recite.questionOf(id('fleet'))!.explanation).toBe('Mine.');
    await backToTheBeginning();
    expect(recite.questionOf(id('fleet'))).toEqual(recite.originalOf(id('fleet')));
  });
});

describe('what was taken back', () => {
  const said = async () => {
    const stroke = (await lastUndoable(world.store))!;
    return takenBackWords(stroke, recite.questionOf(stroke[0].card));
  };

  test('is said with the card it was on', async () => {
    await record(review('founder', 3));
    const { prompt } = recite.questionOf(id('founder'))!;
    expect(await said()).toBe(`Taken back: Good on “${prompt}”`);
    await record({ kind: 'flag', card: id('founder'), flagged: false });
    expect(await said()).toMatch(/^Taken back: Flag taken off on “/);
  });

  test('is said shortly, and for many by their number', async () => {
    const prompt = `Which of the many towns of the coast was the first to ${'be '.repeat(30)}?`;
    await record({ kind: 'edit', card: id('founder'), changes: { prompt } });
    expect(await said()).toBe(
      'Taken back: Edit on “Which of the many towns of the coast was the …”',
    );
    const reset = (question: string): Recorded => ({ kind: 'reset', card: id(question) });
    read(await recite.recordAll(['founder', 'fleet'].map(reset)));
    expect(await said()).toBe('Taken back: Start over on 2 cards');
  });
});
