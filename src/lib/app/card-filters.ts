import {
  termIn,
  termText,
  withTerm,
  type Search,
  type Slot,
  type Term,
} from '../journal/card-query/index.ts';

/** What the controls beside the search show; an empty one lets everything through. */
export interface CardFilters {
  readonly section: string;
  readonly state: string;
  readonly type: string;
  readonly tag: string;
  readonly flagged: string;
}
export type FilterName = keyof CardFilters;

type Is<Kind extends Term['kind']> = Extract<Term, { kind: Kind }>;

const SLOTS = {
  section: (term) => term.kind === 'section',
  state: (term) => term.kind === 'is' && term.state !== 'flagged',
  type: (term) => term.kind === 'type',
  tag: (term) => term.kind === 'tag',
  flagged: (term) => term.kind === 'is' && term.state === 'flagged',
} satisfies Record<FilterName, Slot>;

/** What the controls are to show for a search, however it was typed. */
export function filtersOf(search: Search): CardFilters {
  const found = <Kind extends Term['kind']>(name: FilterName) =>
    termIn(search, (term): term is Is<Kind> => SLOTS[name](term));
  return {
    section: found<'section'>('section')?.sections[0] ?? '',
    state: found<'is'>('state')?.state ?? '',
    type: found<'type'>('type')?.type ?? '',
    tag: found<'tag'>('tag')?.tag ?? '',
    flagged: found<'is'>('flagged') ? 'flagged' : '',
  };
}

/** The text of the search once a control is set; an empty value takes its term away. */
export function withFilter(search: Search, name: FilterName, value: string): string {
  const key = name === 'state' || name === 'flagged' ? 'is' : name;
  return withTerm(search, SLOTS[name], value === '' ? null : termText(key, value));
}
