import type { Search } from './parse.ts';
import type { Term } from './query.ts';

/** The terms of which a search is to have one at most, as those that a control writes. */
export type Slot = (term: Term) => boolean;

/** What a control shows: the term of its own that every card found must fit. */
export function termIn<Fitting extends Term>(
  search: Search,
  slot: (term: Term) => term is Fitting,
): Fitting | null {
  for (const { term } of search.top) if (slot(term)) return term;
  return null;
}

/**
 * The text of a search with another term in a slot, at its end; the rest stays as it was typed.
 *
 * @param written the term as it is typed; null takes it away
 */
export function withTerm(search: Search, slot: Slot, written: string | null): string {
  let text = search.text + search.unclosed;
  // The mark that closes the last term goes with it.
  const extra = search.unclosed.startsWith('"') ? 1 : 0;
  const away = [...search.top.filter(({ term }) => slot(term)), ...search.stray];
  for (const { start, end } of away.sort((a, b) => b.start - a.start)) {
    const after = text.slice(end === search.text.length ? end + extra : end);
    text = `${text.slice(0, start).trimEnd()} ${after.trimStart()}`.trim();
  }
  if (written === null) return text.trim();
  return `${search.alternatives ? `(${text})` : text} ${written}`.trim();
}

/** `section:history`, `tag:"cold war"`. */
export function termText(key: 'is' | 'section' | 'tag' | 'type', value: string): string {
  // A quotation mark cannot be quoted; anything may stand in its place.
  const plain = value.replaceAll('"', '*');
  return `${key}:${/[\s()]/.test(plain) ? `"${plain}"` : plain}`;
}
