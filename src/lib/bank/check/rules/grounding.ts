import type { Question } from '../../types.ts';
import { readValues, type Value } from '../../values.ts';
import { knowsName, namesIn, spellsOut } from '../names.ts';
import { eachQuestion, type CheckContext, type Item } from '../types.ts';
import { STOP_WORDS } from '../stop-words.ts';
import { contentWords, countWords, related, stem, words } from '../words.ts';
import { percent, t } from '../../../language/index.ts';

const MIN_SHARED = 0.6;
const MAX_EXPLANATION_WORDS = 60;

/**
 * Rule 3. The passage is all the words that the question cites. What the key says is:
 * the number of a `number`, the statement of a `truefalse` that is true (its numbers only: its names
 * may stand in the passage as “he” or “the cartel”), the answers of all other types. An `evidence`
 * question's key is its passage.
 */
export const keyGrounded = eachQuestion(
  {
    name: 'key-grounded',
    about:
      'Numbers, dates and names in the key occur in the cited passage; a key in prose shares at least 60 % of its content words with it, or carries a sign-off.',
    english: true,
  },
  (item: Item, { lexicon }: CheckContext) => {
    const { question, quotes } = item;
    if (question.type === 'evidence') return [];
    if (question.type === 'number') return numberGrounded(question, quotes);
    if (question.type === 'truefalse') {
      return question.answer ? missingNumbers(item.stem, quotes) : [];
    }
    const key = keyLines(item).join('\n');
    const problems = missingNumbers(key, quotes);
    const cited = new Set(words(quotes));
    const names = namesIn(key, lexicon).filter(
      ({ folded }) => !knowsName(cited, folded) && !spellsOut(quotes, folded),
    );
    if (names.length > 0) {
      problems.push(
        t(
          'The answer names {0}, which the cited passage does not. Cite the sentence that does, too, or leave the name out.',
          list(names.map(({ text }) => text)),
        ),
      );
    }
    const shared = sharedWithPassage(key, quotes);
    if (shared.share < MIN_SHARED && !question.signoff?.trim()) {
      problems.push(
        t(
          'Only {0} of the answer’s words stand in the cited passage (missing: {1}). Answer in the document’s words, or cite more.',
          percent(shared.share),
          list(shared.missing),
        ),
      );
    }
    return problems;
  },
);

/** What the key says, a line each; other wordings that are accepted need not be the document's. */
function keyLines({ question, keys }: Item): readonly string[] {
  if (question.type === 'cloze' || question.type === 'short') return [question.answer];
  if (question.type === 'match') return question.pairs.flatMap(({ left, right }) => [left, right]);
  return keys;
}

const SCALE = /\b(hundred|thousand|million|billion|trillion)s?\b/gi;

function numberGrounded(
  { answer, unit, tolerance, prompt }: Extract<Question, { type: 'number' }>,
  quotes: string,
): string[] {
  // “20” to “How many billion dollars …?” or of the unit “billion dollars” is 20 billion in the passage.
  const named = [...`${unit} ${prompt}`.matchAll(SCALE)].map(([, word = '']) => `1 ${word}`);
  const scales = [1, ...readValues(named.join(', ')).map(({ value }) => value)];
  const fits = readValues(quotes).some(({ value }) =>
    scales.some((times) => Math.abs(value - answer * times) <= Math.max(0, tolerance) * times),
  );
  if (fits) return [];
  const number = `${answer} ${unit}`.trim();
  return [`The cited passage does not have the number ${number}. Cite where it stands.`];
}

function missingNumbers(text: string, quotes: string): string[] {
  const cited = readValues(quotes);
  const missing = readValues(text).filter((value) => !cited.some((other) => same(value, other)));
  if (missing.length === 0) return [];
  return [
    t(
      'The answer says {0}, which the cited passage does not. Cite where it stands, or correct it.',
      list(missing.map(written)),
    ),
  ];
}

const same = (a: Value, b: Value) => a.value === b.value && a.percent === b.percent;
const written = (value: Value) =>
  value.percent ? percent(value.value / 100, 2) : String(value.value);
const list = (parts: readonly string[]) =>
  [...new Set(parts)].map((part) => t('“{0}”', part)).join(', ');

function sharedWithPassage(key: string, quotes: string) {
  const wanted = new Map(
    words(withoutNumbers(key))
      .filter((word) => !STOP_WORDS.has(word))
      .map((word) => [stem(word), word]),
  );
  const cited = contentWords(quotes);
  const missing = [...wanted].filter(([root]) => !cited.some((other) => related(root, other)));
  return {
    share: wanted.size === 0 ? 1 : 1 - missing.length / wanted.size,
    missing: missing.map(([, word]) => word),
  };
}

/** Numbers are judged by value, so they must not count again as words. */
function withoutNumbers(text: string): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of readValues(text)) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return rest + text.slice(at);
}

/** Rule 4. */
export const explanation = eachQuestion(
  {
    name: 'explanation',
    about:
      'The explanation is at most 60 words and brings in no number or name that the document lacks.',
    english: true,
  },
  ({ question }: Item, { lexicon, values }: CheckContext) => {
    const text = question.explanation;
    const problems: string[] = [];
    const length = countWords(text);
    if (length === 0)
      problems.push(t('There is no explanation. Say in a sentence why the answer is right.'));
    if (length > MAX_EXPLANATION_WORDS) {
      problems.push(
        t('The explanation has {0} words. Cut it to {1}.', length, MAX_EXPLANATION_WORDS),
      );
    }
    const numbers = readValues(text).filter((value) => !values.some((other) => same(value, other)));
    if (numbers.length > 0) {
      problems.push(
        t(
          'The explanation brings in {0}, which the document lacks. Leave it out.',
          list(numbers.map(written)),
        ),
      );
    }
    const names = namesIn(text, lexicon).filter(({ folded }) => !knowsName(lexicon.words, folded));
    if (names.length > 0) {
      problems.push(
        t(
          'The explanation names {0}, which the document lacks. Leave it out.',
          list(names.map((name) => name.text)),
        ),
      );
    }
    return problems;
  },
);
