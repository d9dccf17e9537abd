import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modulesOf } from '../../../src/lib/markers/codes.ts';
import { drawScene, type SceneCard } from '../../../src/lib/markers/detect/scene.ts';
import { LETTERS, type Letter } from '../../../src/lib/markers/index.ts';
import { seededRandom } from '../../../src/lib/primitives/index.ts';

const [WIDTH, HEIGHT] = [640, 480];
/** So long the camera rests on each part of the class. */
const FRAMES = 15;

/**
 * A film for Chromium's fake camera: it sweeps over a class, a few cards at a time, again and again.
 *
 * @param parts card number and the letter that is held up, for each part of the class
 * @returns the path of a Y4M file
 */
export function film(parts: readonly (readonly (readonly [number, Letter])[])[]): string {
  const pieces: Buffer[] = [Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F15:1 Ip A1:1 C420\n`)];
  for (const [place, cards] of parts.entries()) {
    const random = seededRandom(`film ${place}`);
    const drawn = cards.map(([card, letter], at): SceneCard => ({
      modules: modulesOf(card - 1),
      centre: { x: (WIDTH * (at + 0.5)) / cards.length, y: HEIGHT / 2 },
      side: 70,
      turn: (-LETTERS.indexOf(letter) * Math.PI) / 2 + (random() - 0.5) * 0.3,
      yaw: (random() - 0.5) * 0.6,
      pitch: (random() - 0.5) * 0.4,
    }));
    const flaws = { blur: 0.8, noise: 4, darkest: 0.6 };
    const { data } = drawScene(WIDTH, HEIGHT, drawn, flaws, random);
    // Studio range, grey.
    const luma = Buffer.from(
      Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => 16 + (219 * data[4 * at]!) / 255),
    );
    const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
    for (let frame = 0; frame < FRAMES; frame++) pieces.push(Buffer.from('FRAME\n'), luma, colour);
  }
  const file = join(mkdtempSync(join(tmpdir(), 'recite-film-')), 'class.y4m');
  writeFileSync(file, Buffer.concat(pieces));
  return file;
}
