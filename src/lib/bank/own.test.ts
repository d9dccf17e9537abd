import { describe, expect, it } from 'vitest';
import { smallBank } from './check/fixtures/index.ts';
import { isOwn, isOwnQuestion, ownId, ownQuestion, withOwn, type OwnQuestion } from './index.ts';

const bank = smallBank();
const { document } = bank;
const exact = 'a chapel on the eastern cliff';
const text = document.sections[0]!.paragraphs[0]!.text;
const start = text.indexOf(exact);
const OWN: OwnQuestion = {
  type: 'short',
  prompt: 'What did Odo Brand build?',
  answer: 'A chapel',
  accept: ['chapel'],
  explanation: '',
  cite: { paragraph: 'history-1', start, end: start + exact.length, exact },
};

describe('a question of one’s own', () => {
  it('is a question like others, and known by its id', () => {
    const question = ownQuestion(document, ownId('7'), OWN)!;
    expect(question).toMatchObject({
      id: 'own-7',
      type: 'short',
      accept: ['chapel'],
      answer: 'A chapel',
    });
    expect(question.cites[0]).toMatchObject({ section: 'history', start, exact });
    expect(isOwn(question)).toBe(true);
    expect(bank.questions.some(isOwn)).toBe(false);
    expect(ownQuestion(document, 'own-8', { ...OWN, type: 'open' })).not.toHaveProperty('accept');
  });

  it('finds its words where they have moved within the paragraph, and is set aside where not', () => {
    const moved = { ...OWN, cite: { ...OWN.cite, start: 3, end: 3 + exact.length } };
    expect(ownQuestion(document, 'own-7', moved)!.cites[0].start).toBe(start);
    for (const lost of [{ exact: 'a tower' }, { paragraph: 'history-9' }]) {
      expect(ownQuestion(document, 'own-7', { ...OWN, cite: { ...OWN.cite, ...lost } })).toBeNull();
    }
  });

  it('is read only where it makes sense', () => {
    expect(isOwnQuestion(OWN)).toBe(true);
    expect(isOwnQuestion({ ...OWN, type: 'cloze', prompt: 'Brand built ____.' })).toBe(true);
    for (const wrong of [
      null,
      {},
      { ...OWN, type: 'choice' },
      { ...OWN, prompt: ' ' },
      { ...OWN, answer: 7 },
      { ...OWN, accept: [''] },
      { ...OWN, accept: undefined },
      { ...OWN, type: 'cloze' },
      { ...OWN, cite: undefined },
      { ...OWN, cite: { ...OWN.cite, start: 0.5 } },
    ]) {
      expect(isOwnQuestion(wrong)).toBe(false);
    }
  });

  it('stands after the others on its paragraph', () => {
    const question = ownQuestion(document, 'own-7', OWN)!;
    const { questions } = withOwn(bank, [question, { ...question, id: 'own-8' }]);
    expect(questions).toHaveLength(bank.questions.length + 2);
    const at = questions.indexOf(question);
    expect(questions[at - 1]!.cites[0].paragraph).toBe('history-1');
    expect(questions[at + 1]!.id).toBe('own-8');
    expect(questions[at + 2]!.cites[0].paragraph).not.toBe('history-1');
    expect(withOwn(bank, [])).toBe(bank);
  });
});
