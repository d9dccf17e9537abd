import { seededRandom } from '../../src/lib/primitives/index.ts';

/** How a code is held before a camera. */
export interface Held {
  /** Pixels of the picture’s shorter side. */
  readonly size: number;
  /** Degrees, clockwise. */
  readonly angle?: number;
  /** How much the far edge is shorter than the near one, as a share of it. */
  readonly tilt?: number;
  /** From 0 to 1: how far a pixel may be off, of the range from black to white. */
  readonly noise?: number;
  /** Share of the picture that the code fills. */
  readonly fill?: number;
  /** How dark the light is on one side; 0: even. */
  readonly shade?: number;
}

/** A picture of a code as a camera sees it: RGBA, row by row. */
export function photoOf(code: readonly (readonly boolean[])[], held: Held) {
  const { size, angle = 0, tilt = 0, noise = 0, fill = 0.7, shade = 0 } = held;
  const [width, height] = [Math.round((size * 4) / 3), size];
  const random = seededRandom(`${size}/${angle}/${tilt}`);
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const data = new Uint8ClampedArray(width * height * 4);
  const lightAt = (x: number, y: number): number => {
    const [px, py] = [(x - width / 2) / (size * fill), (y - height / 2) / (size * fill)];
    const depth = 1 / (1 + tilt * py);
    const column = Math.floor(((px * cos + py * sin) * depth + 0.5) * code.length);
    const row = code[Math.floor(((py * cos - px * sin) * depth + 0.5) * code.length)];
    return row?.[column] === undefined ? 0.6 : row[column] ? 0.1 : 0.95;
  };
  for (let at = 0, y = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      // Two looks at each pixel, as a lens blurs.
      const light = (lightAt(x + 0.25, y + 0.25) + lightAt(x + 0.75, y + 0.75)) / 2;
      const lit = light * (1 - (shade * x) / width);
      data[at] = data[at + 1] = data[at + 2] = 255 * (lit + noise * (random() - 0.5));
      data[at + 3] = 255;
    }
  }
  return { width, height, data };
}
