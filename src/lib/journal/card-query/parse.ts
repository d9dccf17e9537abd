import type { Query, Term } from './query.ts';
import { readTerm, type Vocabulary } from './terms.ts';
import { tokens, type Token } from './tokens.ts';
import { t } from '../../language/index.ts';

/** UTF-16 offsets in the text of a search, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A slip in a search, for whoever typed it. The rest of the search holds without it. */
export interface Slip extends Span {
  readonly message: string;
}

/** A term that every card found must fit, and where it stands in the text. */
export interface TopTerm extends Span {
  readonly term: Term;
}

export interface Search {
  readonly text: string;
  readonly query: Query;
  readonly slips: readonly Slip[];
  /** Of a search that is no choice between alternatives. */
  readonly top: readonly TopTerm[];
  readonly alternatives: boolean;
  /** What the text lacks to be whole: a quotation mark, parentheses. */
  readonly unclosed: string;
  /** Parentheses that close nothing. */
  readonly stray: readonly Span[];
}

/**
 * Reads a search: words, `"phrases"` and terms like `tag:x` or `lapses>3`, all of which must hold;
 * `or` between alternatives, `-` before what must not hold, parentheses. What cannot be read is
 * left out, and said.
 */
export function readSearch(text: string, known: Vocabulary): Search {
  const cut = tokens(text);
  const reader = new Reader(cut.tokens, known);
  const read = reader.alternatives(0);
  return {
    text,
    query: read ?? { kind: 'all', of: [] },
    slips: reader.slips,
    top: reader.split ? [] : reader.top,
    alternatives: reader.split,
    stray: reader.stray,
    unclosed: (cut.openQuote ? '"' : '') + ')'.repeat(reader.open),
  };
}

/** Reads from the top down. Each part gives null where nothing of it could be read. */
class Reader {
  readonly slips: Slip[] = [];
  readonly top: TopTerm[] = [];
  readonly stray: Span[] = [];
  /** An `or` stands outside of parentheses. */
  split = false;
  /** Parentheses that were not closed. */
  open = 0;
  #at = 0;
  readonly #tokens: readonly Token[];
  readonly #known: Vocabulary;

  constructor(all: readonly Token[], known: Vocabulary) {
    this.#tokens = all;
    this.#known = known;
  }

  alternatives(depth: number): Query | null {
    const found: Query[] = [];
    for (;;) {
      const one = this.#together(depth);
      if (one) found.push(one);
      const token = this.#tokens[this.#at];
      if (token?.kind !== 'or') break;
      if (depth === 0) this.split = true;
      this.#at++;
      const after = this.#tokens[this.#at];
      if (!one || !after || after.kind === 'close') {
        this.#slip(token, t('“or” stands between two things to look for.'));
      }
    }
    return found.length > 1 ? { kind: 'any', of: found } : (found[0] ?? null);
  }

  #together(depth: number): Query | null {
    const found: Query[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (!token || token.kind === 'or') break;
      if (token.kind === 'close') {
        if (depth > 0) break;
        this.stray.push(token);
        this.#slip(token, t('There is a closing parenthesis too many.'));
        this.#at++;
      } else if (token.kind === 'and') {
        this.#at++;
      } else {
        const one = this.#single(depth);
        if (one) found.push(one);
      }
    }
    return found.length > 1 ? { kind: 'all', of: found } : (found[0] ?? null);
  }

  #single(depth: number): Query | null {
    const token = this.#tokens[this.#at++]!;
    if (token.kind === 'not') {
      const next = this.#tokens[this.#at];
      if (next?.kind !== 'term' && next?.kind !== 'open' && next?.kind !== 'not') return null;
      // What is not wanted is no term that every card must fit.
      const before = this.top.length;
      const of = this.#single(depth);
      this.top.length = before;
      return of && { kind: 'not', of };
    }
    if (token.kind === 'open') {
      const inside = this.alternatives(depth + 1);
      if (this.#tokens[this.#at]?.kind === 'close') this.#at++;
      else this.open++;
      return inside;
    }
    return this.#term(token, depth);
  }

  #term(token: Token, depth: number): Term | null {
    // A dash by itself, or quotation marks around nothing: nothing to look for.
    if (token.key === '' && /^[\s\-−–—]*$/.test(token.value)) return null;
    const read = readTerm(token, this.#known);
    if (!read.ok) {
      this.#slip(token, read.error);
      return null;
    }
    if (depth === 0) this.top.push({ term: read.value, start: token.start, end: token.end });
    return read.value;
  }

  #slip({ start, end }: Token, message: string): void {
    this.slips.push({ start, end, message });
  }
}
