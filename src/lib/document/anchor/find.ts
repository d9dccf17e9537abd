import search from 'approx-string-match';
import type { Citation, Document } from '../types.ts';
import { placedParagraphs } from '../text.ts';
import { describe } from './describe.ts';

/**
 * Where a citation stands in a text that may have changed.
 * - `exact`: the same words at the same address and offsets.
 * - `moved`: the words are elsewhere, or slightly different; `similarity` below 1 says they differ.
 * - `lost`: no passage is near enough to be called the same.
 */
export type Found =
  | { readonly status: 'exact'; readonly citation: Citation }
  | { readonly status: 'moved'; readonly citation: Citation; readonly similarity: number }
  | { readonly status: 'lost' };

/** Of the quote's characters, how many may differ before we say that the passage is gone. */
const MAX_ERROR_SHARE = 0.25;

/** Under this many characters a near match is chance: only the very words count. */
const MIN_FUZZY_LENGTH = 16;

/**
 * How the clues weigh against each other. The words matter most; context tells equal words apart;
 * position only breaks ties, for a passage may rightly move to another section.
 */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, sameParagraph: 4, sameSection: 3, offset: 2 };

interface Candidate {
  readonly paragraph: string;
  readonly section: string;
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** Finds a cited passage again. Pure, and never throws: a passage that is gone is `lost`. */
export function find(document: Document, citation: Citation): Found {
  if (citation.exact.length === 0) return { status: 'lost' };
  const untouched = describe(document, citation);
  if (untouched && sameWords(untouched, citation)) return { status: 'exact', citation: untouched };

  const paragraphs = placedParagraphs(document);
  const texts = new Map(paragraphs.map(({ paragraph }) => [paragraph.id, paragraph.text]));
  let candidates = paragraphs.flatMap(({ section, paragraph }) =>
    occurrences(paragraph.text, citation.exact).map((start) => ({
      paragraph: paragraph.id,
      section: section.id,
      start,
      end: start + citation.exact.length,
      errors: 0,
    })),
  );
  if (candidates.length === 0 && citation.exact.length >= MIN_FUZZY_LENGTH) {
    const maxErrors = Math.floor(citation.exact.length * MAX_ERROR_SHARE);
    candidates = paragraphs.flatMap(({ section, paragraph }) =>
      search(paragraph.text, citation.exact, maxErrors).map(({ start, end, errors }) => ({
        paragraph: paragraph.id,
        section: section.id,
        ...wholeWords(paragraph.text, start, end),
        errors,
      })),
    );
  }

  let best: Candidate | undefined;
  let bestScore = -Infinity;
  for (const candidate of candidates) {
    const score = scoreOf(candidate, texts.get(candidate.paragraph)!, citation);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  if (!best) return { status: 'lost' };
  const found = describe(document, best);
  if (!found) return { status: 'lost' };
  if (samePlace(found, citation)) return { status: 'exact', citation: found };
  return { status: 'moved', citation: found, similarity: 1 - best.errors / citation.exact.length };
}

/** Whether nothing changed within sight of the quote. The words alone may be another's by now. */
function sameWords(a: Citation, b: Citation): boolean {
  return samePlace(a, b) && a.prefix === b.prefix && a.suffix === b.suffix;
}

function samePlace(a: Citation, b: Citation): boolean {
  return (
    a.exact === b.exact &&
    a.section === b.section &&
    a.paragraph === b.paragraph &&
    a.start === b.start
  );
}

function scoreOf(candidate: Candidate, text: string, citation: Citation): number {
  const before = text.slice(0, candidate.start);
  const after = text.slice(candidate.end);
  return (
    WEIGHTS.quote * (1 - candidate.errors / citation.exact.length) +
    WEIGHTS.prefix * sharedEnd(before, citation.prefix) +
    WEIGHTS.suffix * sharedStart(after, citation.suffix) +
    (candidate.paragraph === citation.paragraph ? WEIGHTS.sameParagraph : 0) +
    (candidate.section === citation.section ? WEIGHTS.sameSection : 0) +
    WEIGHTS.offset * (1 - Math.min(1, Math.abs(candidate.start - citation.start) / 1000))
  );
}

/** The share of `context` that `text` ends on; an empty context matches the text's beginning. */
function sharedEnd(text: string, context: string): number {
  if (context.length === 0) return text.length === 0 ? 1 : 0;
  let length = 0;
  while (
    length < Math.min(text.length, context.length) &&
    text[text.length - 1 - length] === context[context.length - 1 - length]
  ) {
    length++;
  }
  return length / context.length;
}

/** The share of `context` that `text` begins with; an empty context matches the text's end. */
function sharedStart(text: string, context: string): number {
  if (context.length === 0) return text.length === 0 ? 1 : 0;
  let length = 0;
  while (length < Math.min(text.length, context.length) && text[length] === context[length]) {
    length++;
  }
  return length / context.length;
}

/** A near match begins and ends anywhere; a passage that is shown does so between words. */
function wholeWords(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start > 0 && joined(text, start)) start--;
  while (end < text.length && joined(text, end)) end++;
  return { start, end };
}

// Halves of surrogate pairs belong together as letters do. Scripts that write no spaces between words
// are left as they are found: a clause of theirs would pass for one word.
const WORD_UNIT =
  /(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}\p{N}\ud800-\udfff]/u;

function joined(text: string, at: number): boolean {
  return WORD_UNIT.test(text[at - 1]!) && WORD_UNIT.test(text[at]!);
}

function occurrences(text: string, quote: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) starts.push(at);
  return starts;
}
