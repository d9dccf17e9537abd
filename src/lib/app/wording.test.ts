import { describe, expect, test } from 'vitest';
import type { Question } from '../bank/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { readWording, wordingForm } from './wording-input.ts';
import { answerText, worded, wordedBank } from './wording.ts';

const bank = smallBank();
const of = (type: Question['type']) => bank.questions.find((question) => question.type === type)!;
const choice = of('choice') as Extract<Question, { type: 'choice' }>;
const cloze = of('cloze') as Extract<Question, { type: 'cloze' }>;

describe('a question in the learner’s words', () => {
  test('has them in place of the bank’s, and all else as it was', () => {
    const wording = { prompt: 'Who?', answer: 'He', explanation: '' };
    expect(worded(choice, wording)).toEqual({ ...choice, ...wording });
    expect(worded(cloze, { answer: 'He' })).toEqual({ ...cloze, answer: 'He' });
  });

  test.each<[string, Question, Parameters<typeof worded>[1]]>([
    ['a cloze without a gap', cloze, { prompt: 'No gap here.' }],
    ['a cloze with two', cloze, { prompt: '____ and ____.' }],
    ['an empty prompt', choice, { prompt: ' ' }],
    ['an empty answer', choice, { answer: '' }],
    ['an answer that is a wrong option', choice, { answer: choice.distractors[0]!.text }],
    ['a text in place of a truth', of('truefalse'), { answer: 'True' }],
    ['a text in place of several', of('multi'), { answer: 'Both' }],
  ])('is not taken where it is %s', (_name, question, wording) => {
    expect(worded(question, wording)).toEqual(question);
  });

  test('leaves a bank without any as it is', () => {
    expect(wordedBank(bank, new Map())).toBe(bank);
    const other = wordedBank(bank, new Map([[`${bank.id}/${choice.id}`, { prompt: 'Who?' }]]));
    expect(other.questions.filter((question, at) => question !== bank.questions[at])).toEqual([
      { ...choice, prompt: 'Who?' },
    ]);
  });

  test('has one answer to word anew only where it is one text', () => {
    expect(answerText(choice)).toBe(choice.answer);
    for (const type of ['truefalse', 'multi', 'number', 'order', 'match'] as const) {
      const question = bank.questions.find((one) => one.type === type);
      if (question) expect(answerText(question)).toBeNull();
    }
  });
});

describe('the form', () => {
  const form = wordingForm(choice);

  test('changes only what is otherwise, without the blanks around it', () => {
    expect(readWording(choice, choice, form)).toEqual({ ok: true, value: {} });
    expect(readWording(choice, choice, { ...form, prompt: ' Who? ' })).toEqual({
      ok: true,
      value: { prompt: 'Who?' },
    });
  });

  test('gives a field back to the bank whose words stand in it again', () => {
    const shown = worded(choice, { prompt: 'Who?', explanation: '' });
    expect(readWording(choice, shown, { ...wordingForm(shown), prompt: choice.prompt })).toEqual({
      ok: true,
      value: { prompt: null },
    });
  });

  test('says what is wrong with each field', () => {
    const faults = (question: Question, changes: Partial<typeof form>) =>
      readWording(question, question, { ...wordingForm(question), ...changes });
    expect(faults(choice, { prompt: '  ', answer: '' })).toEqual({
      ok: false,
      error: {
        prompt: 'The question cannot be empty.',
        answer: 'The answer cannot be empty.',
      },
    });
    expect(faults(choice, { answer: choice.distractors[0]!.text })).toMatchObject({
      error: { answer: expect.stringContaining('one of the wrong options') as string },
    });
    expect(faults(cloze, { prompt: 'No gap.' })).toMatchObject({
      error: { prompt: expect.stringContaining('Keep the gap: write ____') as string },
    });
    expect(faults(cloze, { prompt: '____ or ____' })).toMatchObject({
      error: { prompt: 'One gap only: ____ stands in it 2 times.' },
    });
  });
});
