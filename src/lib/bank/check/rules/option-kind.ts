import { readOption, type OptionValue } from '../../option-value.ts';
import { namesIn, type Lexicon } from '../names.ts';
import { optionTexts } from '../../options.ts';
import { eachQuestion, type CheckContext, type Item } from '../types.ts';
import { STOP_WORDS } from '../stop-words.ts';
import { words } from '../words.ts';

const MIN_RATIO = 0.5;
const MAX_RATIO = 2;

/**
 * Rule 10. That numeric options ascend is the app's doing (`optionOrder`); here they must be of one
 * kind, written alike, and near enough to the key.
 */
export const optionKind = eachQuestion(
  {
    name: 'option-kind',
    about:
      'Options are of one kind and one format; distractors that are numbers are 0.5 to 2 times the key.',
    english: true,
  },
  ({ question }: Item, { lexicon }: CheckContext) => {
    if (question.type !== 'choice' && question.type !== 'multi') return [];
    const options = optionTexts(question);
    const keys = options.length - question.distractors.length;
    const values = options.map(readOption);
    if (values.some(Boolean)) return judgeValues(options, values, keys);
    return [
      ...judgeNames(options, keys, lexicon),
      ...judgeGrammar(options),
      ...judgeMarks(options),
    ];
  },
);

function judgeValues(
  options: readonly string[],
  values: readonly (OptionValue | undefined)[],
  keys: number,
): string[] {
  const kinds = new Set(values.map((value) => value?.kind ?? 'words'));
  if (kinds.size > 1) {
    return [
      `The options mix kinds (${[...kinds].join(', ')}). Make all of them the kind of the key.`,
    ];
  }
  const problems: string[] = [];
  const formats = new Set(values.map((value) => value?.format));
  if (formats.size > 1) {
    problems.push(
      `The options are written in different ways (${[...formats].join('; ')}). Write all like the key.`,
    );
  }
  const key = values[0];
  if (keys !== 1 || !key || key.kind === 'year' || key.kind === 'date') return problems;
  values.slice(keys).forEach((value, index) => {
    const ratio = key.value === 0 ? 1 : (value?.value ?? 0) / key.value;
    if (ratio < MIN_RATIO || ratio > MAX_RATIO) {
      problems.push(
        `The distractor “${options[keys + index]!}” is ${ratio.toFixed(2)} times the key. Take one between ${MIN_RATIO} and ${MAX_RATIO} times it.`,
      );
    }
  });
  return problems;
}

/** A name among phrases, or a phrase among names, stands out; one capitalised word may be either. */
function judgeNames(options: readonly string[], keys: number, lexicon: Lexicon): string[] {
  const kinds = options.map((option) => nameOrPhrase(option, lexicon));
  const right = kinds.slice(0, keys);
  const wrong = kinds.slice(keys);
  for (const [mine, theirs] of [
    ['name', 'phrase'],
    ['phrase', 'name'],
  ] as const) {
    if (
      wrong.length > 0 &&
      right.every((kind) => kind === mine) &&
      wrong.every((kind) => kind === theirs)
    ) {
      return [`The key is a ${mine} and every distractor a ${theirs}. Make all of them ${mine}s.`];
    }
  }
  return [];
}

function nameOrPhrase(option: string, lexicon: Lexicon): 'name' | 'phrase' | 'either' {
  const content = words(option).filter((word) => !STOP_WORDS.has(word) && word.length > 1);
  const names = new Set(namesIn(option, lexicon).map(({ folded }) => folded));
  if (content.length > 0 && content.every((word) => names.has(word) || /^\d+$/.test(word)))
    return 'name';
  return content.length > 1 ? 'phrase' : 'either';
}

const OPENINGS: readonly [string, RegExp][] = [
  ['“to …”', /^to\b/i],
  ['“because …”', /^because\b/i],
  ['“that …”', /^that\b/i],
  [
    'a preposition',
    /^(?:by|through|via|across|with|without|from|in|into|on|at|for|as|under|between|against|among|during|after|before|over|near|within|toward|towards|of|about)\b/i,
  ],
  ['a pronoun', /^(?:it|they|he|she|its|their|his|her)\b/i],
  [
    'an -ing form',
    /^(?!(?:during|nothing|something|bring|king|spring|string|everything)\b)[a-z]{2,}ing\b/i,
  ],
];

/** All options but one open alike. What opens otherwise is not named: it may be a noun or a name. */
function judgeGrammar(options: readonly string[]): string[] {
  const openings = options.map(
    (option) => OPENINGS.find(([, pattern]) => pattern.test(option))?.[0],
  );
  if (options.length < 3) return [];
  for (const [index, opening] of openings.entries()) {
    const others = new Set(openings.filter((_, at) => at !== index));
    const [shared] = others;
    if (others.size !== 1 || shared === opening) continue;
    if (shared !== undefined) {
      return [
        `The option “${options[index]!}” is of another grammar: all others open with ${shared}. Make it open so.`,
      ];
    }
    // One -ing form, pronoun or preposition may open a noun phrase too; these three cannot.
    if (opening?.startsWith('“')) {
      return [
        `The option “${options[index]!}” is of another grammar: it alone opens with ${opening}. Make all alike.`,
      ];
    }
  }
  return [];
}

function judgeMarks(options: readonly string[]): string[] {
  const stops = options.filter(
    (option) => /[.!?]$/.test(option.trim()) && !/\b\p{Lu}\.$/u.test(option),
  );
  if (stops.length > 0 && stops.length < options.length) {
    return ['Some options end with a full stop and some do not. Write all alike.'];
  }
  const small = options.filter((option) => /^\p{Ll}/u.test(option.trim()));
  if (small.length > 0 && small.length < options.length) {
    return ['Some options begin with a capital letter and some do not. Write all alike.'];
  }
  return [];
}
