import type { Level, Tag } from '../bank/index.ts';
import { t } from '../language/index.ts';

/** What can be chosen on the set-up of a quiz, as the app has it. */
export type Kind = 'choose' | 'judge' | 'type' | 'arrange' | 'find' | 'recall';
export type Length = 5 | 10 | 20 | 'all';
export type Mode = 'practice' | 'exam';
export type Time = 'none' | 'half' | 'one' | 'two' | 'ten' | 'thirty';

export const LENGTHS: readonly { value: Length; label: string }[] = [
  { value: 5, label: '5' },
  { value: 10, label: '10' },
  { value: 20, label: '20' },
  { value: 'all', label: t('All') },
];

/** A live class takes little time, too. */
export type LiveLength = 3 | Length;
export const LIVE_LENGTHS: readonly { value: LiveLength; label: string }[] = [
  { value: 3, label: '3' },
  ...LENGTHS,
];

export const KINDS: readonly { value: Kind; label: string }[] = [
  { value: 'choose', label: t('Choose') },
  { value: 'judge', label: t('True or false') },
  { value: 'type', label: t('Type in') },
  { value: 'arrange', label: t('Order and match') },
  { value: 'find', label: t('Find in the text') },
  { value: 'recall', label: t('Open, judged by you') },
];

/** In a class nobody points into the text; and what is written is judged by the teacher, too. */
export type LiveKind = Exclude<Kind, 'find'>;
export const LIVE_KINDS = KINDS.flatMap(({ value, label }) =>
  value === 'find' ? [] : { value, label: value === 'recall' ? t('In their own words') : label },
);

/** Which questions, how many and of which kinds: what every set-up chooses. */
export interface Drawing<OfKind, OfLength> {
  sections: readonly { readonly id: string; readonly heading: string; readonly count: number }[];
  chosen: ReadonlySet<string>;
  kinds: ReadonlySet<OfKind>;
  length: OfLength;
  /** How many questions there will be. */
  count: number;
  /** Why there can be none. */
  reason: string | null;
  language: string;
  onsection: (id: string) => void;
  oneverysection: (chosen: boolean) => void;
  onkind: (kind: OfKind) => void;
  onlength: (length: OfLength) => void;
}

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  remember: t('Remember'),
  understand: t('Understand'),
  analyse: t('Analyse'),
  evaluate: t('Evaluate'),
};

const TAG_WORDS: Readonly<Record<Tag, string>> = {
  people: t('People'),
  organisations: t('Organisations'),
  places: t('Places'),
  chronology: t('When'),
  figures: t('Figures'),
  causes: t('Causes'),
  consequences: t('Consequences'),
  policy: t('Policy'),
  evidence: t('Evidence'),
  argument: t('Argument'),
  forecasts: t('Forecasts'),
};

/** The topics and levels that a question can be of, in words, in their order. */
export const TOPICS = choices(TAG_WORDS);
export const LEVEL_CHOICES = choices(LEVEL_WORDS);

function choices<Value extends string>(words: Readonly<Record<Value, string>>) {
  return Object.entries<string>(words).map(([value, label]) => ({ value: value as Value, label }));
}
