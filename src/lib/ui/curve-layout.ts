/** Where the parts of the forgetting curve stand, in pixels. */

/** A mark of an answer beneath the curve. Those of nearly one place stand under each other. */
export interface PlacedMark<Mark> {
  readonly mark: Mark;
  readonly x: number;
  readonly row: number;
}

/** Across, so much room has a mark. */
const MARK_WIDTH = 21;

/**
 * Places marks in rows under the axis so that none hides another.
 *
 * @param xOf the place of a mark from the left, in pixels; never smaller than that of the one before
 * @param rows so many rows there are; what does not find room in them goes into the last
 */
export function placedMarks<Mark>(
  marks: readonly Mark[],
  xOf: (mark: Mark) => number,
  rows: number,
): PlacedMark<Mark>[] {
  const ends = new Array<number>(rows).fill(-Infinity);
  return marks.map((mark) => {
    const x = xOf(mark);
    const free = ends.findIndex((end) => x - end >= MARK_WIDTH);
    const row = free < 0 ? rows - 1 : free;
    ends[row] = x;
    return { mark, x, row };
  });
}

/** The lowest recall on the axis: whole when the curve falls far, else so that its shape is seen. */
export function lowestShown(recalls: readonly number[]): number {
  const lowest = Math.min(1, ...recalls);
  if (lowest >= 0.75) return 0.6;
  return lowest >= 0.5 ? 0.4 : 0;
}

/** Two labels on one line, each kept within the picture and off the other. */
export function spreadLabels(
  first: number,
  second: number,
  apart: number,
  from: number,
  to: number,
): [number, number] {
  const swapped = first > second;
  let [left, right] = swapped ? [second, first] : [first, second];
  const lacking = apart - (right - left);
  if (lacking > 0) {
    left -= lacking / 2;
    right += lacking / 2;
  }
  if (left < from) [left, right] = [from, Math.max(right, from + apart)];
  if (right > to) [left, right] = [Math.max(from, Math.min(left, to - apart)), to];
  return swapped ? [right, left] : [left, right];
}
