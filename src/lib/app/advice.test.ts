import { afterEach, describe, expect, test } from 'vitest';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { ownQuestion, type OwnQuestion } from '../bank/index.ts';
import { speak } from '../language/index.ts';
import { PSEUDO } from '../language/pseudo.ts';
import { adviceOn } from './advice.ts';

const bank = smallBank();
const { text } = bank.document.sections[0]!.paragraphs[0]!;
const [paragraph] = bank.document.sections[0]!.paragraphs;

afterEach(() => speak({ locale: 'en-GB', phrases: {} }));

/** `words`: those that it rests on, where they are not the first sentence. */
type Poor = Partial<OwnQuestion> & { readonly words?: string };

function adviceTo({ words = text.slice(0, text.indexOf('.') + 1), ...changes }: Poor) {
  const start = text.indexOf(words);
  const question = ownQuestion(bank.document, 'own-1', {
    type: 'open',
    prompt: 'Which building did Odo Brand put up on the eastern cliff?',
    answer: 'A chapel',
    accept: [],
    explanation: '',
    cite: { paragraph: paragraph!.id, start, end: start + words.length, exact: words },
    ...changes,
  });
  return adviceOn(bank, question!);
}

/** Of each rule that a question of the learner’s own can break, one that breaks it. */
const POOR: readonly [what: string, changes: Poor][] = [
  ['too short', { prompt: 'Who was it?' }],
  ['too long', { prompt: `Who ${'ever '.repeat(40)}built it?` }],
  ['no question', { prompt: 'Say who put up the building on the eastern cliff.' }],
  ['two gaps', { type: 'cloze', prompt: 'Odo ____ built a chapel on the eastern ____ then.' }],
  ['no gap', { type: 'cloze', prompt: 'Odo Brand built a chapel on the eastern cliff then.' }],
  ['pointing back', { prompt: 'Why did he put up a building on the cliff in the east?' }],
  ['its own answer', { prompt: 'On which cliff did Odo Brand put up a chapel by the sea?' }],
  ['an exception', { prompt: 'Who of the founders of the town did NOT put up a building?' }],
  ['asked already', { prompt: bank.questions[0]!.prompt }],
  ['a foreign name', { answer: 'Wilhelmina Tossington' }],
  ['a foreign number', { answer: '4711' }],
  ['a foreign share', { answer: '47%' }],
  ['foreign words', { answer: 'purple elephants dancing gladly' }],
  ['a long explanation', { explanation: 'word '.repeat(61) }],
  ['an explanation of nothing', { explanation: '…' }],
  ['a foreign number explained', { explanation: 'It says so 4711 times.' }],
  ['a foreign name explained', { explanation: 'As Wilhelmina Tossington said in the town.' }],
  ['a word that stands everywhere', { words: 'the' }],
];

describe('advice on a question of one’s own', () => {
  test.each(POOR)('%s: in the language that is spoken', (_, changes) => {
    speak(PSEUDO);
    const advice = adviceTo(changes);
    expect(advice).not.toEqual([]);
    // What is quoted is the document’s or the learner’s own.
    const english = advice.map((message) =>
      message.replace(/“[^”]*”/g, '').replace(/\u202e[^\u202c]*\u202c/g, ''),
    );
    expect(english.join(' ')).not.toMatch(/\p{L}{2}/u);
  });

  test('names another question by its words, not by its id', () => {
    const { prompt } = bank.questions[0]!;
    expect(adviceTo({ prompt })).toContain(
      `It asks nearly what “${prompt}” asks. Ask for something else, or drop one.`,
    );
  });

  test('asks for no explanation', () => {
    expect(adviceTo({}).join()).not.toContain('explanation');
  });
});
