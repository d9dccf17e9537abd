import type { Random } from '../../primitives/index.ts';

/** Pictures of a class with its cards up, drawn for tests: what a camera makes of them is added. */

/** A point of the picture, in pixels from its upper left corner. */
interface Point {
  readonly x: number;
  readonly y: number;
}

export interface SceneCard {
  /** The marker's 8 × 8 modules with its black border, row by row; true is white. */
  readonly modules: readonly (readonly boolean[])[];
  readonly centre: Point;
  /** Pixels along a side of the marker, black border included. */
  readonly side: number;
  /** Radians clockwise. */
  readonly turn: number;
  /** How far the card is turned away about its vertical and its horizontal axis, radians. */
  readonly yaw: number;
  readonly pitch: number;
}

export interface Flaws {
  /** Standard deviation of the lens's and the hand's blur, pixels. */
  readonly blur: number;
  /** Standard deviation of the sensor's noise, of 255. */
  readonly noise: number;
  /** What is left of the light in the darkest corner, from 0 to 1. */
  readonly darkest: number;
}

/** RGBA, as a canvas has it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

const WHITE = 235;
const BLACK = 28;
/** Samples a pixel, in each direction: edges are as soft as a camera's. */
const FINE = 3;
/** The white paper around a marker, in its modules. */
const MARGIN = 1.5;
/** Distance of the camera in sides of the marker: near enough to draw perspective. */
const DISTANCE = 6;

/** Draws the cards over a patchy background, then spoils the picture. */
export function drawScene(
  width: number,
  height: number,
  cards: readonly SceneCard[],
  flaws: Flaws,
  random: Random,
): Picture {
  const grey = background(width, height, random);
  for (const card of cards) drawCard(grey, width, height, card);
  const seen = blurred(grey, width, height, flaws.blur);
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const far = (x / width + y / height) / 2;
      const light = 1 - (1 - flaws.darkest) * far;
      const at = y * width + x;
      const value = seen[at]! * light + flaws.noise * normal(random);
      data[4 * at] = data[4 * at + 1] = data[4 * at + 2] = value;
      data[4 * at + 3] = 255;
    }
  }
  return { width, height, data };
}

/** Clothes, faces, furniture: soft and hard-edged rectangles of all shades. */
function background(width: number, height: number, random: Random): Float32Array {
  const grey = new Float32Array(width * height).fill(120);
  for (let patch = 0; patch < 60; patch++) {
    const w = 8 + random() * width * 0.2;
    const h = 8 + random() * height * 0.3;
    const left = Math.floor(random() * width);
    const top = Math.floor(random() * height);
    const shade = 30 + random() * 190;
    for (let y = top; y < Math.min(height, top + h); y++) {
      grey.fill(shade, y * width + left, y * width + Math.min(width, Math.floor(left + w)));
    }
  }
  return grey;
}

function drawCard(grey: Float32Array, width: number, height: number, card: SceneCard): void {
  const { modules, centre, side } = card;
  const seen = cardAt(card);
  const count = modules.length;
  const reach = side * (0.5 + MARGIN / count) * 1.7;
  for (let y = Math.floor(centre.y - reach); y <= centre.y + reach; y++) {
    for (let x = Math.floor(centre.x - reach); x <= centre.x + reach; x++) {
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      let sum = 0;
      let covered = 0;
      for (let fine = 0; fine < FINE * FINE; fine++) {
        const [u, v] = seen(
          x + ((fine % FINE) + 0.5) / FINE - centre.x,
          y + (Math.floor(fine / FINE) + 0.5) / FINE - centre.y,
        );
        const column = (u + 0.5) * count;
        const row = (v + 0.5) * count;
        if (Math.min(column, row) < -MARGIN || Math.max(column, row) > count + MARGIN) continue;
        covered++;
        const isBlack = modules[Math.floor(row)]?.[Math.floor(column)] === false;
        sum += isBlack ? BLACK : WHITE;
      }
      if (covered === 0) continue;
      const at = y * width + x;
      const part = covered / (FINE * FINE);
      grey[at] = grey[at]! * (1 - part) + (sum / covered) * part;
    }
  }
}

/**
 * Which place of a card, in sides of its marker from its middle, lies behind a point of the picture: the
 * inverse of the homography by which a pinhole camera sees a plane that is turned.
 */
function cardAt({ side, turn, yaw, pitch }: SceneCard): (x: number, y: number) => [number, number] {
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  // Turned in its plane, then about the upright axis, then about the level one.
  const axis = (x: number, y: number): [number, number, number] => {
    const [x1, z1] = [x * Math.cos(yaw), -x * Math.sin(yaw)];
    return [
      x1,
      y * Math.cos(pitch) - z1 * Math.sin(pitch),
      y * Math.sin(pitch) + z1 * Math.cos(pitch),
    ];
  };
  const [right, down] = [axis(c, s), axis(-s, c)];
  const scale = side * DISTANCE;
  const [a, b] = [scale * right[0], scale * down[0]];
  const [d, e] = [scale * right[1], scale * down[1]];
  const [g, h] = [right[2], down[2]];
  return (x, y) => {
    // x = (a u + b v) / (g u + h v + DISTANCE), and y alike: two equations of first degree.
    const [p, q, r, t] = [a - g * x, b - h * x, d - g * y, e - h * y];
    const whole = p * t - q * r;
    return [(DISTANCE * (x * t - q * y)) / whole, (DISTANCE * (p * y - x * r)) / whole];
  };
}

/** Two passes of a Gaussian. */
function blurred(grey: Float32Array, width: number, height: number, sigma: number): Float32Array {
  if (sigma === 0) return grey;
  const reach = Math.ceil(2.5 * sigma);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * sigma * sigma)),
  );
  const whole = kernel.reduce((sum, weight) => sum + weight, 0);
  const pass = (from: Float32Array, along: 'x' | 'y'): Float32Array => {
    const into = new Float32Array(from.length);
    const [step, last] = along === 'x' ? [1, width - 1] : [width, height - 1];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const place = along === 'x' ? x : y;
        let sum = 0;
        for (let at = -reach; at <= reach; at++) {
          const other = Math.min(last, Math.max(0, place + at));
          sum += kernel[at + reach]! * from[y * width + x + (other - place) * step]!;
        }
        into[y * width + x] = sum / whole;
      }
    }
    return into;
  };
  return pass(pass(grey, 'x'), 'y');
}

/** A value of the standard normal distribution, by Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
