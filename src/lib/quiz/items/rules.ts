import { t } from '../../language/index.ts';

/** A rule of the standard for questions. */
export interface BrokenRule {
  /** Its place in the standard: part A is checked by machine, part B judged by a reader. */
  readonly place: `${'A' | 'B'} ${number}`;
  /** What it asks. */
  readonly words: string;
  /** The rule of the checker (`bank/check`) that looks for the same by machine; null: none can. */
  readonly checker: string | null;
}

/** What each finding breaks. A test holds the checker's names to the rules that there are. */
export const BROKEN = {
  'key-beaten': {
    place: 'A 6',
    words: t('Exactly one key.'),
    checker: 'one-key',
  },
  'best-miss': {
    place: 'B 2',
    words: t('Exactly one answer can be defended.'),
    checker: 'distractor-elsewhere',
  },
  'often-wrong': {
    place: 'B 2',
    words: t('Exactly one answer can be defended.'),
    checker: null,
  },
  'at-chance': {
    place: 'B 1',
    words: t('The key is stated or entailed by the cited passage alone.'),
    checker: 'key-grounded',
  },
  weak: {
    place: 'B 4',
    words: t('It is worth knowing: a claim, reason, number or actor, not a stray detail.'),
    checker: null,
  },
  'too-easy': {
    place: 'B 5',
    words: t('An educated outsider could not guess it.'),
    checker: 'blind-strategies',
  },
  unused: {
    place: 'B 6',
    words: t('Each distractor is a mistake that a half-careful reader makes.'),
    checker: 'option-kind',
  },
} as const satisfies Readonly<Record<string, BrokenRule>>;
