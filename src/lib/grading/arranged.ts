import { RIGHT, WRONG, type Grade, type Span } from './response.ts';
import { t } from '../language/index.ts';

/** Right is right, nothing is wrong, and all between is partly right. */
function partial(credit: number, note: string): Grade {
  return credit > 0 ? { verdict: 'partly', credit, note } : { ...WRONG, note };
}

/**
 * An order that was brought about. It is right only when every item is in its place. Else the credit
 * is Kendall’s τ against the key, never below 0: of all pairs of items, the share in their right
 * order less the share that is not (M. G. Kendall, Biometrika 30, 1938). So an order made by chance
 * is worth nothing on average, and each neighbouring pair put right is worth the same.
 *
 * @param key the items in their right order
 */
export function gradeOrder(key: readonly string[], given: readonly string[]): Grade {
  if (key.length === given.length && key.every((item, place) => item === given[place])) {
    return RIGHT;
  }
  const places = key.map((item) => given.indexOf(item));
  let concordant = 0;
  let pairs = 0;
  for (let first = 0; first < places.length; first++) {
    for (let second = first + 1; second < places.length; second++) {
      const [a, b] = [places[first]!, places[second]!];
      if (a >= 0 && a < b) concordant++;
      pairs++;
    }
  }
  const credit = pairs === 0 ? 0 : Math.max(0, (2 * concordant - pairs) / pairs);
  // All in order with something else between them is close, and not right.
  return partial(
    Math.min(credit, 1 - 1 / (pairs + 1)),
    t('{0} of {1} pairs in order.', concordant, pairs),
  );
}

type Pair = Readonly<Record<'left' | 'right', string>>;

/** Pairs that were matched: the credit is the share of the pairs that are right. */
export function gradePairs(key: readonly Pair[], given: readonly Pair[]): Grade {
  const partner = new Map(given.map(({ left, right }) => [left, right]));
  const right = key.filter((pair) => partner.get(pair.left) === pair.right).length;
  if (right === key.length) return RIGHT;
  return partial(right / key.length, t('{0} of {1} pairs right.', right, key.length));
}

/** From this overlap the passage that was pointed out is the one that was meant. */
const RIGHT_FROM = 0.5;

/**
 * A passage that was pointed out, by its overlap with the one that was meant: the Jaccard index of
 * their characters, those in both over those in either. Right from a half on; partly right above
 * nothing, with the overlap as its credit.
 *
 * @param key the whole sentences that hold the cited words, for whole sentences are pointed out
 */
export function gradePassage(key: readonly Span[], given: readonly Span[]): Grade {
  let both = 0;
  let either = 0;
  for (const paragraph of new Set([...key, ...given].map((span) => span.paragraph))) {
    const [meant, taken] = [mergedIn(paragraph, key), mergedIn(paragraph, given)];
    const shared = meant.reduce(
      (sum, a) => sum + taken.reduce((all, b) => all + common(a, b), 0),
      0,
    );
    both += shared;
    either += lengthOf(meant) + lengthOf(taken) - shared;
  }
  const overlap = either === 0 ? 0 : both / either;
  if (overlap >= RIGHT_FROM) return RIGHT;
  return overlap > 0 ? { verdict: 'partly', credit: overlap } : WRONG;
}

type Stretch = Pick<Span, 'start' | 'end'>;

/** The stretches of one paragraph, in order, none touching another. */
function mergedIn(paragraph: string, spans: readonly Span[]): Stretch[] {
  const merged: { start: number; end: number }[] = [];
  const here = spans.filter((span) => span.paragraph === paragraph && span.end > span.start);
  for (const { start, end } of here.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function common(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
}
