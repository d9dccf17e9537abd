import cv from 'js-aruco2/src/cv.js';
import type { Grey, Point, Quad } from './types.ts';

const { CV } = cv;

/** How much darker than its surroundings the edge of a marker is, of 255. */
const CONTRAST = 10;
/** How far a line may be from its contour, as a share of the contour's length. */
const TOLERANCE = 0.05;
/** Pixels. A shorter side has less than a pixel for a module. */
const SHORTEST_SIDE = 9;
/** Of a side, cut off at each end before a line is laid through it: corners are round. */
const ROUND = 0.12;

/** Working memory for pictures of one size: pictures come ten a second. */
export class Scratch {
  readonly width: number;
  readonly height: number;
  readonly dark: { width: number; height: number; data: Uint8Array };
  readonly border: Int32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.dark = { width, height, data: new Uint8Array(width * height) };
    this.border = new Int32Array((width + 2) * (height + 2));
  }
}

/**
 * Dark shapes with four corners, clockwise.
 *
 * @param radius of the surroundings that a pixel is compared with: 1 to 15
 */
export function findQuads(grey: Grey, radius: number, { dark, border }: Scratch): Quad[] {
  CV.adaptiveThreshold(grey, dark, radius, CONTRAST);
  const quads: Quad[] = [];
  for (const contour of CV.findContours(dark, border)) {
    if (contour.length < 4 * SHORTEST_SIDE) continue;
    const corners = CV.approxPolyDP(contour, contour.length * TOLERANCE);
    if (corners.length !== 4 || !CV.isContourConvex(corners)) continue;
    const refined = refine(contour, corners);
    if (refined && shortestSide(refined) >= SHORTEST_SIDE) quads.push(refined);
  }
  return apart(quads);
}

/**
 * Corners as the crossings of the lines that lie best along the sides: far more exact than pixels, of
 * which a module of a distant card has but two. Outwards by half a pixel: a contour runs through the
 * middles of the outermost dark pixels.
 */
function refine(contour: readonly Point[], corners: readonly Point[]): Quad | null {
  const places = corners
    .map((corner) => contour.findIndex(({ x, y }) => x === corner.x && y === corner.y))
    .sort((a, b) => a - b);
  if (places.some((place) => place < 0)) return null;
  const count = contour.length;
  const middle = mean(corners);
  const lines = places.map((from, side) => {
    const to = places[(side + 1) % 4]!;
    const length = (to - from + count) % count;
    const cut = Math.floor(length * ROUND);
    const points = Array.from(
      { length: length - 2 * cut + 1 },
      (_, at) => contour[(from + cut + at) % count]!,
    );
    return lineThrough(points, middle);
  });
  const crossings = lines.map((line, side) => crossing(lines[(side + 3) % 4]!, line));
  const [a, b, c, d] = crossings;
  if (!a || !b || !c || !d) return null;
  // A crossing far from the corner it is to replace comes of a shape that has no straight sides.
  const near = crossings.every((point, side) => {
    const corner = contour[places[side]!]!;
    return Math.hypot(point!.x - corner.x, point!.y - corner.y) < 4 + count / 40;
  });
  if (!near) return null;
  const turn = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  return turn > 0 ? [a, b, c, d] : [a, d, c, b];
}

interface Line {
  /** Unit normal, away from the middle; the line has `x · normal = offset`. */
  readonly x: number;
  readonly y: number;
  readonly offset: number;
}

/** Least squares of the distances, and half a pixel outwards. */
function lineThrough(points: readonly Point[], inside: Point): Line {
  const { x, y } = mean(points);
  let [xx, xy, yy] = [0, 0, 0];
  for (const point of points) {
    const [dx, dy] = [point.x - x, point.y - y];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  // The direction of least spread is the normal.
  const angle = Math.atan2(2 * xy, xx - yy) / 2 + Math.PI / 2;
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
  const sign = (inside.x - x) * nx + (inside.y - y) * ny > 0 ? -1 : 1;
  const offset = sign * (x * nx + y * ny) + 0.5;
  return { x: sign * nx, y: sign * ny, offset };
}

function crossing(one: Line, other: Line): Point | null {
  const whole = one.x * other.y - one.y * other.x;
  if (Math.abs(whole) < 0.2) return null;
  return {
    x: (one.offset * other.y - one.y * other.offset) / whole,
    y: (one.x * other.offset - one.offset * other.x) / whole,
  };
}

function mean(points: readonly Point[]): Point {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  return { x: x / points.length, y: y / points.length };
}

function sides(quad: Quad): number[] {
  return quad.map((corner, at) => {
    const next = quad[(at + 1) % 4]!;
    return Math.hypot(next.x - corner.x, next.y - corner.y);
  });
}

function shortestSide(quad: Quad): number {
  return Math.min(...sides(quad));
}

/** Of shapes on the same spot, the outer one: the dark border has an edge inside, too. */
function apart(quads: readonly Quad[]): Quad[] {
  const measured = quads
    .map((quad) => ({ quad, middle: mean(quad), length: sides(quad).reduce((a, b) => a + b) }))
    .sort((a, b) => b.length - a.length);
  const kept: typeof measured = [];
  for (const one of measured) {
    const doubled = kept.some(
      ({ middle, length }) =>
        Math.hypot(middle.x - one.middle.x, middle.y - one.middle.y) < length / 40 &&
        one.length > length * 0.88,
    );
    if (!doubled) kept.push(one);
  }
  return kept.map(({ quad }) => quad);
}
