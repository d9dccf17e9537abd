/** Steps between lines that people count in. */
const STEPS = [1, 2, 5, 10] as const;

/**
 * The values at which lines are drawn, from `low` to at least `high`.
 *
 * @param most lines above the lowest one
 * @param least the smallest step: 1 for what is counted whole
 */
export function niceTicks(low: number, high: number, most: number, least = 0): number[] {
  const span = high - low;
  if (!(span > 0)) return [low, low + Math.max(least, 1)];
  const rough = Math.max(span / most, least);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.map((times) => times * power).find((size) => size >= rough * 0.9999)!;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // Multiplied, not added up: 0.1 + 0.2 is not 0.3.
  return Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}

/** A label on the horizontal axis, `at` a share of its length. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Letters of the system's sans are about this wide, as a share of their size. */
const LETTER = 0.56;

export function widthOf(label: string, size: number): number {
  return label.length * LETTER * size;
}

/**
 * Where a label stands on an axis that begins `left` pixels from the edge of the picture and is
 * `length` long: centred on its place, but within the picture.
 */
export function centreOf({ at, label }: Tick, left: number, length: number, size: number): number {
  const half = widthOf(label, size) / 2;
  return Math.max(half, Math.min(left + length - half, left + at * length));
}

/**
 * Of the labels as many as there is room for, evenly: every second, every third…
 *
 * @param from which end they are counted from, so that its label is kept
 */
export function thinned(
  ticks: readonly Tick[],
  from: 'first' | 'last',
  left: number,
  length: number,
  size: number,
): readonly Tick[] {
  const gap = size * 0.8;
  const start = from === 'first' ? 0 : ticks.length - 1;
  for (let every = 1; every < ticks.length; every++) {
    const kept = ticks.filter((_, at) => Math.abs(at - start) % every === 0);
    const free = kept.every((tick, index) => {
      const before = kept[index - 1];
      if (!before) return true;
      const apart = centreOf(tick, left, length, size) - centreOf(before, left, length, size);
      return apart >= (widthOf(tick.label, size) + widthOf(before.label, size)) / 2 + gap;
    });
    if (free) return kept;
  }
  return ticks.slice(start, start + 1);
}
