import { describe, expect, it } from 'vitest';
import type { Bank, Question } from './index.ts';
import { familyOf, keptApart, packBank, toExchange, unpackBank, withFaces } from './index.ts';
import { compile, file, OPEN, question } from './source/fixture.ts';

function compiled(...sources: string[]): Bank {
  const bank = compile(file(sources.join('')));
  if (!bank.ok) throw new Error(JSON.stringify(bank.error));
  return bank.value;
}

function cloze(prompt: string, accept: string): string {
  const source = question('sleep', `    type: cloze\n    accept: ${accept}`);
  return source.replace(/prompt: .*/, `prompt: "${prompt}"`);
}

const MATCH = `    type: match
    pairs: [{ left: owl, right: mice }, { left: swift, right: flies }, { left: kite, right: hares }]
    reverse: Which bird eats these?`;

describe('the cards of a question', () => {
  it('are itself alone where it has one', () => {
    const bank = compiled(question('a', OPEN), cloze('Owls eat it {{whole}}.', '[entire]'));
    expect(withFaces(bank)).toEqual(bank);
  });

  it('are one for each gap, the others of the sentence filled in', () => {
    const bank = compiled(cloze('{{3::Owls}} eat {{mice}} {{2::whole}}.', '{ mice: [rodents] }'));
    const cards = withFaces(bank).questions.map((card) => {
      const { id, prompt, answer, accept } = card as Extract<Question, { type: 'cloze' }>;
      return [id, prompt, answer, accept, familyOf(card)];
    });
    expect(cards).toEqual([
      ['sleep', 'Owls eat ____ whole.', 'mice', ['rodents'], 'sleep'],
      ['sleep~2', 'Owls eat mice ____.', 'whole', [], 'sleep'],
      ['sleep~3', '____ eat mice whole.', 'Owls', [], 'sleep'],
    ]);
    expect(withFaces(bank).questions.every((card) => !('gaps' in card))).toBe(true);
  });

  it('are both directions of a match, the way back from memory', () => {
    const [there, back] = withFaces(compiled(question('diet', MATCH))).questions;
    expect(there).toMatchObject({ id: 'diet', family: 'diet', prompt: 'What about diet?' });
    expect(there).not.toHaveProperty('recall');
    expect(back).toMatchObject({
      id: 'diet~back',
      family: 'diet',
      prompt: 'Which bird eats these?',
      recall: true,
      pairs: [
        { left: 'mice', right: 'owl' },
        { left: 'flies', right: 'swift' },
        { left: 'hares', right: 'kite' },
      ],
    });
    expect([there, back].every((card) => !('reverse' in card!))).toBe(true);
  });

  it('arrive in the app, and are printed with the question', () => {
    const bank = compiled(cloze('{{Owls}} eat it {{2::whole}}.', '{}'), question('diet', MATCH));
    const unpacked = unpackBank(JSON.parse(JSON.stringify(packBank(bank))));
    expect(unpacked).toEqual({ ok: true, value: bank });
    const [sleep, diet] = bank.questions.map(toExchange);
    expect(sleep!.gaps).toEqual([
      { number: 2, prompt: 'Owls eat it ____.', answer: 'whole', accept: [] },
    ]);
    expect(diet!.reverse).toBe('Which bird eats these?');
  });
});

describe('what is kept apart', () => {
  const [a, a2, b, c] = [
    { id: 'a', family: 'a' },
    { id: 'a~2', family: 'a' },
    { id: 'b' },
    { id: 'c' },
  ] as const;

  it('is one card of each family, the first', () => {
    expect(keptApart([a2, a, b], {})).toEqual([a2, b]);
    expect(keptApart([a, b], {}, ['a'])).toEqual([b]);
  });

  it('is what tells and what is told, whichever comes first', () => {
    expect(keptApart([b, c], { b: ['c'] })).toEqual([b]);
    expect(keptApart([c, b], { b: ['c'] })).toEqual([c]);
    expect(keptApart([c, a], { b: ['c'] }, ['b'])).toEqual([a]);
    expect(keptApart([a2, c], { a: ['c'] })).toEqual([a2]);
  });
});
