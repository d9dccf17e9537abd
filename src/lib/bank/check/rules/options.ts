import { readValues } from '../../values.ts';
import { namesIn } from '../names.ts';
import { eachQuestion, type CheckContext, type Item } from '../types.ts';
import { countWords, phrase, sameness, stem, words } from '../words.ts';

const MAX_SAMENESS = 0.8;
const MAX_LENGTH_RATIO = 1.33;
/** A shorter key says nothing by its length. */
const LONG_KEY_WORDS = 4;

/** Rule 6, and the same thought for sequences and pairs: nothing may stand twice. */
export const oneKey = eachQuestion(
  {
    name: 'one-key',
    about:
      'Exactly one key, or for multi-select a stated number; 3 or 4 options; no two nearly the same.',
  },
  (item: Item, { lexicon }: CheckContext) => {
    const { question, keys, distractors } = item;
    if (keys.length === 0 || keys.some((key) => key.trim() === '')) {
      return ['It has no key. Give the right answer.'];
    }
    switch (question.type) {
      case 'choice':
      case 'multi': {
        const problems = numberOfOptions(item);
        const options = [...keys, ...distractors];
        for (const [index, a] of options.entries()) {
          for (const b of options.slice(index + 1)) {
            if (nearlySame(a, b, lexicon)) {
              problems.push(`Two options are nearly the same: “${a}” and “${b}”. Replace one.`);
            }
          }
        }
        return problems;
      }
      case 'order':
        return twice(question.items, 'item');
      case 'match':
        return [
          ...twice(
            question.pairs.map(({ left }) => left),
            'left side',
          ),
          ...twice(
            question.pairs.map(({ right }) => right),
            'right side',
          ),
        ];
      default:
        return [];
    }
  },
);

function numberOfOptions({ question, stem, keys, distractors }: Item): string[] {
  const problems: string[] = [];
  const all = keys.length + distractors.length;
  if (all < 3 || all > 4) problems.push(`It has ${all} options. Give it 3 or 4.`);
  if (distractors.length === 0) problems.push('It has no wrong option.');
  if (question.type === 'multi') {
    if (keys.length < 2)
      problems.push('It has one key. Make it a choice, or add a second right option.');
    if (!readValues(stem).some(({ value }) => value === keys.length)) {
      problems.push(
        `The stem does not say that ${keys.length} options are right. Ask “Which ${keys.length} …?”.`,
      );
    }
  }
  return problems;
}

function twice(parts: readonly string[], what: string): string[] {
  const seen = new Set<string>();
  return parts.flatMap((part) => {
    const known = phrase(part);
    if (seen.has(known)) return [`The ${what} “${part}” stands twice. Make each its own.`];
    seen.add(known);
    return [];
  });
}

/** Options that differ by a number or a name are not the same, however alike their words. */
function nearlySame(a: string, b: string, lexicon: CheckContext['lexicon']): boolean {
  if (phrase(a) === phrase(b)) return true;
  const values = (text: string) => readValues(text).map(({ value }) => String(value));
  const names = (text: string) => namesIn(text, lexicon).map(({ folded }) => folded);
  if (differ(values(a), values(b)) || differ(names(a), names(b))) return false;
  const plain = (text: string) => phrase(text).trim().split(' ').map(stem);
  return sameness(plain(a), plain(b)) >= MAX_SAMENESS;
}

function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.some((part) => !b.includes(part)) && b.some((part) => !a.includes(part));
}

/** Rule 7. Length is in characters: that is what the eye compares. */
export const keyLength = eachQuestion(
  {
    name: 'key-length',
    about: 'A key of 4 or more words is at most 1.33 times as long as the longest distractor.',
  },
  ({ question, keys, distractors }: Item) => {
    if (question.type !== 'choice' && question.type !== 'multi') return [];
    const longest = Math.max(...distractors.map((text) => text.length));
    return keys.flatMap((key) => {
      if (distractors.length === 0 || countWords(key) < LONG_KEY_WORDS) return [];
      const ratio = key.length / longest;
      return ratio > MAX_LENGTH_RATIO
        ? [
            `The key “${key}” is ${ratio.toFixed(2)} times as long as the longest distractor. Shorten it to ${Math.floor(longest * MAX_LENGTH_RATIO)} characters, or lengthen a distractor.`,
          ]
        : [];
    });
  },
);

/** Words of four letters or more, without figures. */
const longWords = (text: string): Set<string> =>
  new Set(
    words(text)
      .filter((word) => word.length >= 4 && !/\d/.test(word))
      .map(stem),
  );

/** Rule 9. */
export const clang = eachQuestion(
  {
    name: 'clang',
    about: 'No content word of four letters or more is shared by the stem and the key alone.',
    english: true,
  },
  ({ question, keys, distractors, stemWords }: Item) => {
    if (question.type !== 'choice' && question.type !== 'multi') return [];
    const elsewhere = longWords(distractors.join(' '));
    const shared = new Set(
      keys.flatMap((key) =>
        [...longWords(key)].filter((word) => stemWords.has(word) && !elsewhere.has(word)),
      ),
    );
    return [...shared].map(
      (word) =>
        `The stem and the key share “${word}…”, and no distractor has it. Say it otherwise in one of them, or give it to a distractor.`,
    );
  },
);
