import type { Level, Tag } from '../bank/index.ts';

/** What can be chosen on the set-up of a quiz, as the app has it. */
export type Kind = 'choose' | 'judge' | 'type' | 'arrange' | 'find' | 'recall';
export type Length = 5 | 10 | 20 | 'all';
export type Mode = 'practice' | 'exam';
export type Time = 'none' | 'half' | 'one' | 'two' | 'ten' | 'thirty';

export const LENGTHS: readonly { value: Length; label: string }[] = [
  { value: 5, label: '5' },
  { value: 10, label: '10' },
  { value: 20, label: '20' },
  { value: 'all', label: 'All' },
];

export const KINDS: readonly { value: Kind; label: string }[] = [
  { value: 'choose', label: 'Choose' },
  { value: 'judge', label: 'True or false' },
  { value: 'type', label: 'Type' },
  { value: 'arrange', label: 'Order and match' },
  { value: 'find', label: 'Find in the text' },
  { value: 'recall', label: 'Open, judged by you' },
];

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  remember: 'Remember',
  understand: 'Understand',
  analyse: 'Analyse',
  evaluate: 'Evaluate',
};

const TAG_WORDS: Readonly<Record<Tag, string>> = {
  people: 'People',
  organisations: 'Organisations',
  places: 'Places',
  chronology: 'When',
  figures: 'Figures',
  causes: 'Causes',
  consequences: 'Consequences',
  policy: 'Policy',
  evidence: 'Evidence',
  argument: 'Argument',
  forecasts: 'Forecasts',
};

/** The topics and levels that a question can be of, in words, in their order. */
export const TOPICS = choices(TAG_WORDS);
export const LEVEL_CHOICES = choices(LEVEL_WORDS);

function choices<Value extends string>(words: Readonly<Record<Value, string>>) {
  return Object.entries<string>(words).map(([value, label]) => ({ value: value as Value, label }));
}
