import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../primitives/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { read, World } from './fixture.ts';
import { OwnRemoval } from './own-removal.svelte.ts';
import { QuestionDraft } from './question-draft.svelte.ts';
import type { Recite } from './recite.svelte.ts';
import { sentenceAt, wholeWords } from './selection-words.ts';
import { StudySession } from './study.svelte.ts';

let world: World;
let recite: Recite;
beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
});

const [founder] = smallBank().questions;

function draft(): QuestionDraft {
  const made = new QuestionDraft(recite, 'history-1', founder!.cites[0]);
  made.prompt = 'Which building did Odo Brand put up on the eastern cliff?';
  made.answer = 'A chapel';
  const at = made.text.indexOf('a chapel');
  made.choose(at, at + 8);
  return made;
}

describe('a question of one’s own', () => {
  test('begins with the words of the card that will not stick', () => {
    const made = new QuestionDraft(recite, 'history-1', founder!.cites[0]);
    expect(made.quote).toBe(founder!.cites[0].exact);
    expect(made.missing).toEqual({ prompt: 'Write the question.', answer: 'Write the answer.' });
    expect(new QuestionDraft(recite, 'history-2', founder!.cites[0]).missing).toHaveProperty(
      'cite',
    );
  });

  test('is not saved while it lacks something', async () => {
    const made = draft();
    made.answer = ' ';
    await made.save();
    expect(made.saved).toBeNull();
    expect(await world.events('question')).toEqual([]);
  });

  test('becomes a card, asked as a new one, and is there after a reload', async () => {
    const made = draft();
    await made.save();
    if (made.saved === null) await made.save();
    const [event] = await world.events('question');
    expect(event).toMatchObject({ question: made.saved, content: { cite: { exact: 'a chapel' } } });
    expect(recite.questionOf(`velm/${made.saved}`)).toMatchObject({ type: 'open' });

    const again = await world.open();
    const session = new StudySession(again, [`velm/${made.saved}`]);
    await session.load();
    expect(session.card).toMatchObject({ kind: 'new', question: { answer: 'A chapel' } });
    session.showAnswer();
    await session.grade(4);
    world.pass(DAY_MS);
    expect(read(await world.store.card(`velm/${made.saved}`))!.schedule).not.toBeNull();
  });

  test('is there when those who look again are told to', async () => {
    const made = draft();
    const { writes } = recite;
    let told = recite.writes;
    const { store } = world;
    const eventsOfKind = store.eventsOfKind.bind(store);
    store.eventsOfKind = (kind) => {
      told = recite.writes;
      return eventsOfKind(kind);
    };
    await made.save();
    if (made.saved === null) await made.save();
    expect([told, recite.writes]).toEqual([writes, writes + 1]);
  });

  test('is taken back; what was answered stays', async () => {
    const made = draft();
    await made.save();
    await made.save();
    const card = `velm/${made.saved}`;
    read(await recite.record({ kind: 'review', card, rating: 3, duration: 1000 }));
    await made.takeBack();
    expect(made.saved).toBeNull();
    expect(recite.questionOf(card)).toBeUndefined();
    expect((await world.open()).questionOf(card)).toBeUndefined();
    expect(read(await world.store.eventsOf(card))).toHaveLength(1);
  });

  test('is taken out of the bank and put back, as it was; the bank’s own are left alone', async () => {
    const made = draft();
    await made.save();
    if (made.saved === null) await made.save();
    const question = recite.questionOf(`velm/${made.saved}`)!;
    const removal = new OwnRemoval(recite);
    await removal.remove(founder!);
    expect(removal.removed).toBeNull();
    await removal.remove(question);
    expect(recite.questionOf(`velm/${made.saved}`)).toBeUndefined();
    await removal.putBack();
    expect(recite.questionOf(`velm/${made.saved}`)).toEqual(question);
    expect(removal.removed).toBeNull();
  });

  describe('worded anew', () => {
    let card: string;
    beforeEach(async () => {
      const made = draft();
      await made.save();
      if (made.saved === null) await made.save();
      card = `velm/${made.saved}`;
      read(await recite.record({ kind: 'review', card, rating: 4, duration: 1000 }));
    });
    const reworded = () => QuestionDraft.of(recite, recite.questionOf(card)!)!;
    const keep = async (made: QuestionDraft) => {
      world.pass(1000);
      await made.save();
      if (made.saved === null) await made.save();
    };

    test('begins as it is, keeps its card and what was learned of it, and is taken back', async () => {
      const before = recite.questionOf(card)!;
      const made = reworded();
      expect(made).toMatchObject({ type: 'open', answer: 'A chapel', quote: 'a chapel' });
      made.setType('short');
      made.prompt = 'What did Odo Brand put up on the eastern cliff of the island?';
      made.accept = 'Chapel';
      await keep(made);
      const after = { type: 'short', prompt: made.prompt, accept: ['Chapel'] };
      for (const app of [recite, await world.open()]) {
        expect(app.questionOf(card)).toMatchObject(after);
        expect(app.bank.questions.filter(({ id }) => id === before.id)).toHaveLength(1);
      }
      expect(read(await world.store.card(card))!.schedule!.reviews).toBe(1);
      world.pass(1000);
      await made.takeBack();
      expect(recite.questionOf(card)).toEqual(before);
    });

    test('takes the place of words that were laid over it in Study', async () => {
      const changes = { prompt: 'What stands on the eastern cliff, put up by Odo Brand?' };
      read(await recite.record({ kind: 'edit', card, changes }));
      const made = reworded();
      expect(made.prompt).toBe(changes.prompt);
      made.prompt = 'Which building stands on the eastern cliff, put up by Odo Brand?';
      await keep(made);
      expect(recite.questionOf(card)!.prompt).toBe(made.prompt);
      world.pass(1000);
      await made.takeBack();
      expect(recite.questionOf(card)!.prompt).toBe(changes.prompt);
    });

    test('is nothing for a question of the bank', () => {
      expect(QuestionDraft.of(recite, founder!)).toBeNull();
    });
  });

  test('is told what the rules would have otherwise, and saved all the same the second time', async () => {
    const made = draft();
    made.prompt = 'Who was a chapel?';
    await made.save();
    expect(made.saved).toBeNull();
    expect(made.advice).toContainEqual(expect.stringContaining('at least 6'));
    expect(made.advice).toContainEqual(expect.stringContaining('holds its own answer'));
    await made.save();
    expect(made.saved).not.toBeNull();
  });

  test('that cannot be written says so, and stays', async () => {
    const made = draft();
    world.refusal = FAILURES.full;
    await made.save();
    await made.save();
    expect(made.failure).toEqual(FAILURES.full);
    expect(made.saved).toBeNull();
    expect(made.answer).toBe('A chapel');
  });

  test('may be a sentence with a gap, made of words in it; a new gap fills the old one', () => {
    const made = new QuestionDraft(recite, 'history-1', founder!.cites[0]);
    made.setType('cloze');
    const sentence = made.prompt;
    expect(made.text.startsWith(sentence)).toBe(true);
    expect(made.missing.prompt).toContain('one gap');
    const gap = (words: string) => {
      const at = made.prompt.indexOf(words);
      made.makeGap(at + 1, at + words.length - 1);
    };
    gap('Odo Brand');
    expect(made.answer).toBe('Odo Brand');
    expect(made.missing).not.toHaveProperty('prompt');
    gap('1204');
    expect(made.answer).toBe('1204');
    expect(made.prompt).toBe(sentence.replace('1204', '____'));
    gap('chapel');
    expect(made.prompt).toBe(sentence.replace('chapel', '____'));
    made.makeGap(0, 0);
    expect(made.answer).toBe('chapel');
  });
});

describe('chosen words', () => {
  test.each([
    [0, 4, 'Velm'],
    [1, 3, 'Velm'],
    [3, 9, 'Velm was'],
    [4, 5, null],
    [9, 3, 'Velm was'],
    [12, 400, 'founded—in Añejo.'.slice(2, -1)],
  ])('%i to %i are whole', (from, to, words) => {
    const text = 'Velm was founded—in Añejo.';
    const found = wholeWords(text, from, to);
    if (words === null) expect(found).toBeNull();
    else expect(text.slice(found!.start, found!.end)).toContain(words);
  });

  test('know their sentence', () => {
    expect(sentenceAt('It was. It is so! Will it?', 10, 'en')).toBe('It is so!');
    expect(sentenceAt('It was.', 99, 'en')).toBe('It was.');
  });
});
