import { err, foldText, ok, type Result } from '../../primitives/index.ts';
import { LEVELS, QUESTION_TYPES, STANCES } from '../../bank/index.ts';
import { tagPattern } from './match.ts';
import { NUMBERS, STATES, type Comparison, type Term } from './query.ts';
import type { Token } from './tokens.ts';
import { locale, t } from '../../language/index.ts';

/** What there is to be found: a search for anything else is a slip, and is told so. */
export interface Vocabulary {
  readonly sections: readonly { readonly id: string; readonly heading: string }[];
  /** The bank's and the learner's own. */
  readonly tags: readonly string[];
}

type Read = Result<Term, string>;

/** Names of other programs, and of other spellings. */
const ALSO: Readonly<Record<string, string>> = {
  learn: 'learning',
  analyze: 'analyse',
  flag: 'flagged',
  reps: 'reviews',
  r: 'recall',
  s: 'stability',
  d: 'difficulty',
  deck: 'section',
  note: 'type',
};

/** Reads a term; the error is a sentence for whoever typed it. */
export function readTerm({ key: typed, sign, value: written }: Token, known: Vocabulary): Read {
  if (typed === '') return ok({ kind: 'words', words: written });
  const bare = typed.replace(/^prop:/, '');
  const key = ALSO[bare] ?? bare;
  const value = foldText(written.trim());
  if (key === 'rated') return readNumber('answered', '<', value);
  if (Object.hasOwn(NUMBERS, key)) {
    return readNumber(key as keyof typeof NUMBERS, sign === ':' ? '=' : sign, value);
  }
  if (sign !== ':' || !Object.hasOwn(READERS, key)) {
    return err(
      t(
        'There is no search by “{0}{1}”. To find these words themselves, put them in quotation marks.',
        typed,
        sign,
      ),
    );
  }
  return READERS[key as keyof typeof READERS](ALSO[value] ?? value, known);
}

const READERS = {
  is: (value: string) =>
    oneOf(Object.keys(STATES) as (keyof typeof STATES)[], value, 'is', (state) => ({
      kind: 'is',
      state,
    })),
  type: (value: string) => oneOf(QUESTION_TYPES, value, 'type', (type) => ({ kind: 'type', type })),
  level: (value: string) => oneOf(LEVELS, value, 'level', (level) => ({ kind: 'level', level })),
  stance: (value: string) =>
    oneOf(STANCES, value, 'stance', (stance) => ({ kind: 'stance', stance })),
  tag: (value: string, { tags }: Vocabulary): Read => {
    if (value === '') return err(t('“tag:” needs a tag after it.'));
    const pattern = tagPattern(value);
    return tags.some((tag) => pattern.test(foldText(tag)))
      ? ok({ kind: 'tag', tag: value })
      : err(t('No card has the tag “{0}”.', value));
  },
  section: (value: string, { sections }: Vocabulary): Read => {
    const ids = sections.map(({ id }) => id);
    if (ids.includes(value)) return ok({ kind: 'section', sections: [value] });
    const named = sections.filter(({ heading }) => foldText(heading).includes(value));
    return value !== '' && named.length > 0
      ? ok({ kind: 'section', sections: named.map(({ id }) => id) })
      : err(t('{0} The sections are {1}.', unknown('section', value), listed(ids)));
  },
};

function oneOf<Value extends string>(
  values: readonly Value[],
  value: string,
  key: string,
  term: (value: Value) => Term,
): Read {
  const found = values.find((one) => one === value);
  if (found !== undefined) return ok(term(found));
  return err(
    t('{0} After “{1}:” comes {2}.', unknown(key, value), key, listed(values, 'disjunction')),
  );
}

function readNumber(of: keyof typeof NUMBERS, sign: string, written: string): Read {
  const value = /^-?\d+(?:[.,]\d+)?%?$/.test(written)
    ? Number(written.replace(',', '.').replace('%', ''))
    : NaN;
  if (Number.isNaN(value))
    return err(t('“{0}” is compared with a number, as in {1}{2}3.', of, of, sign));
  return ok({ kind: 'number', of, compared: sign as Comparison, value });
}

function unknown(key: string, value: string): string {
  return value === ''
    ? t('“{0}:” needs a word after it.', key)
    : t('There is no “{0}:{1}”.', key, value);
}

function listed(
  words: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(locale(), { type }).format(words);
}
