import { CODES, INNER, MODULES } from '../codes.ts';
import type { Found, Grey, Point, Quad } from './types.ts';

/** Modules of the border that may look white: a thumb holds the card. */
const MOST_BORDER_ERRORS = 2;
/** Least difference between black and white in a marker, of 255. */
const LEAST_CONTRAST = 18;
/** Where in a module its brightness is looked up, from its middle, in modules. */
const LOOKS = [-0.2, 0, 0.2];

/** The codes in their four positions, as two numbers of 18 bits: comparing them is all the work. */
const TURNED: readonly {
  readonly number: number;
  readonly turn: number;
  high: number;
  low: number;
}[] = CODES.flatMap((code, number) =>
  [0, 1, 2, 3].map((turn) => {
    const bits = Array.from({ length: INNER * INNER }, (_, at) => {
      const [row, column] = turned(Math.floor(at / INNER), at % INNER, turn);
      return code[row * INNER + column]!;
    });
    return { number, turn, ...packed(bits) };
  }),
);

/** Where a module of the upright marker is found when it has been turned clockwise so often. */
function turned(row: number, column: number, turn: number): [number, number] {
  const last = INNER - 1;
  switch (turn) {
    case 1:
      return [last - column, row];
    case 2:
      return [last - row, last - column];
    case 3:
      return [column, last - row];
    default:
      return [row, column];
  }
}

function packed(bits: readonly boolean[]): { high: number; low: number } {
  const number = (from: number) =>
    bits.slice(from, from + 18).reduce((sum, bit) => 2 * sum + (bit ? 1 : 0), 0);
  return { high: number(0), low: number(18) };
}

/** How many bits are set, of at most 32: added in pairs, then in fours, then in eights. */
function ones(bits: number): number {
  const pairs = bits - ((bits >> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >> 2) & 0x33333333);
  return (((fours + (fours >> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/**
 * Reads the marker within four corners.
 *
 * @param most modules that may be wrong; with more than 5 two markers could be taken for one another
 * @returns null where there is none
 */
export function readMarker(grey: Grey, quad: Quad, most: number): Found | null {
  const values = sample(grey, quad);
  if (!values) return null;
  const level = levelOf(values);
  if (level === null) return null;
  let border = 0;
  const bits: boolean[] = [];
  for (let row = 0; row < MODULES; row++) {
    for (let column = 0; column < MODULES; column++) {
      const white = values[row * MODULES + column]! > level;
      const inner = row > 0 && column > 0 && row < MODULES - 1 && column < MODULES - 1;
      if (inner) bits.push(white);
      else if (white && ++border > MOST_BORDER_ERRORS) return null;
    }
  }
  const seen = packed(bits);
  let best: (typeof TURNED)[number] | null = null;
  let errors = most + 1;
  for (const candidate of TURNED) {
    const apart = ones(candidate.high ^ seen.high) + ones(candidate.low ^ seen.low);
    if (apart < errors) [best, errors] = [candidate, apart];
  }
  if (!best) return null;
  const corner = (at: number): Point => quad[(at + best.turn) % 4]!;
  return { number: best.number, corners: [corner(0), corner(1), corner(2), corner(3)], errors };
}

/** The brightness of each module; null where the shape is partly outside of the picture. */
function sample({ width, height, data }: Grey, quad: Quad): Float32Array | null {
  const at = homography(quad);
  const values = new Float32Array(MODULES * MODULES);
  for (let row = 0; row < MODULES; row++) {
    for (let column = 0; column < MODULES; column++) {
      let sum = 0;
      for (const dy of LOOKS) {
        for (const dx of LOOKS) {
          const { x, y } = at((column + 0.5 + dx) / MODULES, (row + 0.5 + dy) / MODULES);
          const [left, top] = [Math.floor(x), Math.floor(y)];
          if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return null;
          const [fx, fy] = [x - left, y - top];
          const place = top * width + left;
          sum +=
            (data[place]! * (1 - fx) + data[place + 1]! * fx) * (1 - fy) +
            (data[place + width]! * (1 - fx) + data[place + width + 1]! * fx) * fy;
        }
      }
      values[row * MODULES + column] = sum / (LOOKS.length * LOOKS.length);
    }
  }
  return values;
}

/** Between black and white: where the two groups lie farthest apart (Otsu); null: there are no two. */
function levelOf(values: Float32Array): number | null {
  const sorted = values.slice().sort();
  const whole = sorted.reduce((sum, value) => sum + value, 0);
  let [below, best, level, gap] = [0, 0, 0, 0];
  for (let count = 1; count < sorted.length; count++) {
    below += sorted[count - 1]!;
    const above = sorted.length - count;
    const apart = (whole - below) / above - below / count;
    const between = count * above * apart * apart;
    if (between <= best) continue;
    best = between;
    gap = apart;
    level = (sorted[count - 1]! + sorted[count]!) / 2;
  }
  return gap < LEAST_CONTRAST ? null : level;
}

/**
 * From the unit square to the four corners.
 *
 * Source: P. Heckbert, “Fundamentals of Texture Mapping and Image Warping” (1989), 2.2.3.
 */
function homography([a, b, c, d]: Quad): (u: number, v: number) => Point {
  const [px, py] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [dx1, dx2, dy1, dy2] = [b.x - c.x, d.x - c.x, b.y - c.y, d.y - c.y];
  const whole = dx1 * dy2 - dx2 * dy1;
  const g = (px * dy2 - dx2 * py) / whole;
  const h = (dx1 * py - px * dy1) / whole;
  const [ux, vx] = [b.x - a.x + g * b.x, d.x - a.x + h * d.x];
  const [uy, vy] = [b.y - a.y + g * b.y, d.y - a.y + h * d.y];
  return (u, v) => {
    const depth = g * u + h * v + 1;
    return { x: (ux * u + vx * v + a.x) / depth, y: (uy * u + vy * v + a.y) / depth };
  };
}
