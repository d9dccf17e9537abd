import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, seededRandom } from '../primitives/index.ts';
import type { Bank, ClozeQuestion, Question } from '../bank/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { gapWords } from './gap-words.ts';

const cloze = (id: string, answer: string, accept: string[] = [], prompt = '____ it was.') =>
  ({ ...CLOZE, id, answer, accept, prompt }) satisfies ClozeQuestion;
const CLOZE = smallBank().questions.find((one): one is ClozeQuestion => one.type === 'cloze')!;

function bankOf(...questions: Question[]): Bank {
  return { ...smallBank(), questions };
}

describe('the words to pick from', () => {
  const figure = cloze('figure', '1989');
  const name = cloze('name', 'Velm', ['Velmia'], '____ fought with Orrin.');

  it('has the right ones, and others that look like them', () => {
    const bank = bankOf(figure, name, cloze('a', 'Tarn'), cloze('b', 'salt'), cloze('c', '1990'));
    expect(gapWords(name, bank, seededRandom('x')).sort()).toEqual(['Tarn', 'Velm']);
    expect(gapWords(figure, bank, seededRandom('x')).sort()).toEqual(['1989', '1990']);
  });

  it('has none that is right too, that stands in the sentence, or that means another’s', () => {
    const bank = bankOf(
      name,
      cloze('a', 'VELMIA'),
      cloze('b', 'Orrin'),
      cloze('c', 'Tarn', ['The Tarn']),
      cloze('d', 'The Tarn', ['Tarn']),
    );
    const words = gapWords(name, bank, seededRandom('x'));
    expect(words).toContain('Velm');
    expect(words).toHaveLength(2);
  });

  it('is the same for the same seed; any place is the right one’s; never more than six', () => {
    const names = ['Ada', 'Bo', 'Cy', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal'];
    const bank = bankOf(name, ...names.map((answer) => cloze(answer, answer)));
    const places = new Set<number>();
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const words = gapWords(name, bank, seededRandom(seed));
        expect(gapWords(name, bank, seededRandom(seed))).toEqual(words);
        expect(words).toHaveLength(6);
        expect(new Set(words.map(foldText)).size).toBe(6);
        places.add(words.indexOf('Velm'));
      }),
    );
    expect([...places].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
