import aruco from 'js-aruco2';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../primitives/index.ts';
import { CODES, modulesOf } from '../codes.ts';
import { letterUp } from '../letters.ts';
import { LETTERS, type Letter } from '../types.ts';
import { Detector, type Found, type Picture } from './index.ts';
import { drawScene, type SceneCard } from './scene.ts';

/**
 * `RECITE_SCENES=20 npx vitest run --project unit src/lib/markers/detect` measures more scenes and prints
 * the table of `index.ts`, with js-aruco2's own detector on the same pictures beside it.
 */
const MORE = Number(process.env.RECITE_SCENES ?? 0);
const SIZE = { width: 1280, height: 720 };

interface Scene {
  readonly picture: Picture;
  readonly truth: ReadonlyMap<number, Letter>;
}

/** Up to 32 cards in rows, held by hand: turned by up to 10°, and up to 30° away to each side. */
function scene(side: number, seed: string): Scene {
  const random = seededRandom(`${side}/${seed}`);
  const columns = Math.min(8, Math.floor(SIZE.width / (2 * side)));
  const rows = Math.min(4, Math.floor(SIZE.height / (2 * side)));
  const truth = new Map<number, Letter>();
  const cards: SceneCard[] = [];
  while (truth.size < rows * columns) {
    const number = Math.floor(random() * CODES.length);
    if (truth.has(number)) continue;
    const [row, column] = [Math.floor(cards.length / columns), cards.length % columns];
    const edge = Math.floor(random() * LETTERS.length);
    truth.set(number, LETTERS[edge]!);
    const shift = () => (random() - 0.5) * 0.3 * side;
    cards.push({
      modules: modulesOf(number),
      centre: {
        x: ((column + 0.5) * SIZE.width) / columns + shift(),
        y: ((row + 0.5) * SIZE.height) / rows + shift(),
      },
      side,
      // To bring an edge up, the card is turned the other way.
      turn: -(edge * Math.PI) / 2 + (random() - 0.5) * 0.35,
      yaw: (random() - 0.5) * 1.05,
      pitch: (random() - 0.5) * 0.7,
    });
  }
  const flaws = { blur: 0.6 + 0.5 * random(), noise: 3 + 4 * random(), darkest: 0.45 };
  return { picture: drawScene(SIZE.width, SIZE.height, cards, flaws, random), truth };
}

interface Outcome {
  shown: number;
  read: number;
  misread: number;
  milliseconds: number;
}

function judge(
  scenes: readonly Scene[],
  find: (picture: Picture) => readonly Pick<Found, 'number' | 'corners'>[],
): Outcome {
  const outcome = { shown: 0, read: 0, misread: 0, milliseconds: 0 };
  for (const { picture, truth } of scenes) {
    const started = performance.now();
    const found = find(picture);
    outcome.milliseconds += (performance.now() - started) / scenes.length;
    outcome.shown += truth.size;
    const read = new Set<number>();
    for (const { number, corners } of found) {
      const letter = letterUp(corners);
      if (letter === null) continue;
      if (truth.get(number) === letter) read.add(number);
      else outcome.misread++;
    }
    outcome.read += read.size;
  }
  return outcome;
}

const ours = new Detector();

describe('cards in a picture of 1280 × 720', () => {
  // Pixels along a side of the marker, and the share that must be read in one picture.
  test.each([
    [16, 0.2],
    [20, 0.95],
    [24, 0.98],
    [40, 0.99],
    [120, 0.99],
  ])('of %i pixels are read, and none is misread', (side, least) => {
    const { shown, read, misread } = judge([scene(side, 'test')], (one) => ours.detect(one));
    expect(misread).toBe(0);
    expect(read / shown).toBeGreaterThanOrEqual(least);
  });

  test('are read in a still as well: two of three looks agree', () => {
    const { picture, truth } = scene(24, 'still');
    const looks = ours.detectStill(picture);
    const agreed = [...truth].filter(
      ([card, letter]) =>
        looks.filter((look) =>
          look.some(({ number, corners }) => number === card && letterUp(corners) === letter),
        ).length >= 2,
    );
    expect(agreed.length).toBe(truth.size);
  });

  test('are not seen where there are none', () => {
    const random = seededRandom('nobody');
    const flaws = { blur: 0.7, noise: 6, darkest: 0.4 };
    const picture = drawScene(SIZE.width, SIZE.height, [], flaws, random);
    expect(ours.detectStill(picture).flat()).toEqual([]);
  });

  test('say nothing when they are held by a corner', () => {
    const cards = [0.25, 0.75, 1.25].map((turn, at) => ({
      modules: modulesOf(at),
      centre: { x: 100 + 120 * at, y: 100 },
      side: 60,
      turn: turn * Math.PI,
      yaw: 0,
      pitch: 0,
    }));
    const flaws = { blur: 0.5, noise: 3, darkest: 1 };
    const found = ours.detect(drawScene(480, 200, cards, flaws, seededRandom('askew')));
    expect(found.map(({ number }) => number).sort()).toEqual([0, 1, 2]);
    expect(found.map(({ corners }) => letterUp(corners))).toEqual([null, null, null]);
  });
});

test.runIf(MORE > 0)('the table', { timeout: 600_000 }, () => {
  const theirs = new aruco.AR.Detector({ maxHammingDistance: 5 });
  const baseline = (picture: Picture) =>
    theirs.detect({ ...picture, data: picture.data }).map(({ id, corners }) => {
      const [a, b, c, d] = corners as [Found['corners'][0], ...Found['corners'][0][]];
      return { number: id, corners: [a, b!, c!, d!] as const };
    });
  const percent = ({ read, shown }: Outcome) => `${((100 * read) / shown).toFixed(1)} %`;
  const lines = [12, 14, 16, 18, 20, 24, 28, 32, 48, 64, 120].map((side) => {
    const scenes = Array.from({ length: MORE }, (_, seed) => scene(side, String(seed)));
    const [here, there] = [judge(scenes, (one) => ours.detect(one)), judge(scenes, baseline)];
    expect(here.misread).toBe(0);
    const cells = [side, here.shown, percent(here), here.misread, percent(there), there.misread];
    const times = [here, there].map(({ milliseconds }) => milliseconds.toFixed(0));
    return `| ${[...cells, ...times].join(' | ')} |`;
  });
  // eslint-disable-next-line no-console -- the table is what it is run for
  console.log(lines.join('\n'));
});
