/** A stretch of a paragraph: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
}

export const VERDICTS = ['right', 'partly', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the learner answered. Options are given by their text: positions are a matter of display. */
export type Response =
  | { readonly kind: 'option'; readonly text: string }
  | { readonly kind: 'options'; readonly texts: readonly string[] }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'typed'; readonly text: string }
  /** The items of `order`, as the learner put them. */
  | { readonly kind: 'sequence'; readonly items: readonly string[] }
  /** The pairs of `match` that the learner made; what was left open is not among them. */
  | {
      readonly kind: 'pairs';
      readonly pairs: readonly { readonly left: string; readonly right: string }[];
    }
  /** The sentences pointed out in `evidence`. */
  | { readonly kind: 'passage'; readonly spans: readonly Span[] }
  /** An `open` question answered, in writing or in mind (then empty), and not yet judged. */
  | { readonly kind: 'written'; readonly text: string }
  /** The same, judged by the learner against the source. */
  | { readonly kind: 'judged'; readonly verdict: Verdict; readonly text: string };

export interface Grade {
  readonly verdict: Verdict;
  /** From 0 to 1. */
  readonly credit: number;
  /** Why, in words for the learner, where there is something to say beyond the verdict. */
  readonly note?: string;
}

export const RIGHT: Grade = { verdict: 'right', credit: 1 };
export const WRONG: Grade = { verdict: 'wrong', credit: 0 };

/** Whether anything, as it was written down once, is a response. */
export function isResponse(value: unknown): value is Response {
  if (!isRecord(value)) return false;
  switch (value.kind) {
    case 'option':
    case 'typed':
    case 'written':
      return isText(value.text);
    case 'options':
      return isListOf(value.texts, isText);
    case 'truth':
      return typeof value.value === 'boolean';
    case 'sequence':
      return isListOf(value.items, isText);
    case 'pairs':
      return isListOf(
        value.pairs,
        (pair) => isRecord(pair) && isText(pair.left) && isText(pair.right),
      );
    case 'passage':
      return isListOf(value.spans, isSpan);
    case 'judged':
      return isText(value.text) && (VERDICTS as readonly unknown[]).includes(value.verdict);
    default:
      return false;
  }
}

function isSpan(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value.paragraph) &&
    Number.isFinite(value.start) &&
    Number.isFinite(value.end)
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isListOf(value: unknown, fits: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
