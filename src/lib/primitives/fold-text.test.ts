import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

it.each([
  ['México’s', "mexico's"],
  ['“El Mayo”', '"el mayo"'],
  ['STRAẞE', 'strasse'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['a\u00a0b\tc', 'a b c'],
  ['2014–2015', '2014-2015'],
  ['co\u00adoperate', 'cooperate'],
])('%s is compared as %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

it('folds a text as it folds each of its characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
      expect(foldText(text)).toBe([...text].map(foldText).join(''));
    }),
  );
});

it('has nothing more to fold in what is folded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});
