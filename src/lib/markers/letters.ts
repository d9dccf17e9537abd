import { LETTERS, type Letter } from './types.ts';

/** A card that is held more askew than this says nothing: at 45° it would say two things. */
const MOST_ASKEW = (32 * Math.PI) / 180;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The letter that is held up. A is on the upper edge of the card as it is printed; clockwise from it B, C
 * and D.
 *
 * @param corners of the marker, clockwise, from the one that is upper left when A is up; y grows downwards
 * @returns null where the card is held askew, so that it could mean its neighbour
 */
export function letterUp(corners: readonly [Point, Point, Point, Point]): Letter | null {
  const middle = between(between(corners[0], corners[2]), between(corners[1], corners[3]));
  for (const [edge, letter] of LETTERS.entries()) {
    const { x, y } = between(corners[edge]!, corners[(edge + 1) % 4]!);
    const askew = Math.atan2(x - middle.x, middle.y - y);
    if (Math.abs(askew) <= MOST_ASKEW) return letter;
  }
  return null;
}

function between(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
