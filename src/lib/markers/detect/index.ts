import { findQuads, Scratch } from './quads.ts';
import { readMarker } from './reading.ts';
import type { Found, Grey, Picture } from './types.ts';

export { modulesOf } from '../codes.ts';
export type { Found, Picture } from './types.ts';

/**
 * Finding the cards in a picture. The contours are js-aruco2's; corners are refined to fractions of a
 * pixel and modules read by us, because the cards of the last row are small.
 *
 * Measured (`detect.test.ts` with RECITE_SCENES=10) on drawn pictures of 1280 × 720 with up to 32 cards,
 * each turned by up to 10° and away by up to 30° and 20°, with blur, noise and uneven light; beside it
 * js-aruco2's own detector on the same pictures. One picture alone; a class is swept over for seconds.
 *
 * | pixels a side | cards | read    | misread | js-aruco2's own |
 * | ------------- | ----- | ------- | ------- | --------------- |
 * | 14            | 320   | 30.3 %  | 0       | 8.8 %           |
 * | 16            | 320   | 73.4 %  | 0       | 38.8 %          |
 * | 18            | 320   | 96.6 %  | 0       | 69.7 %          |
 * | 20            | 320   | 98.1 %  | 0       | 73.8 %          |
 * | 24            | 320   | 100.0 % | 0       | 94.1 %          |
 * | 28            | 320   | 100.0 % | 0       | 93.8 %          |
 * | 32            | 320   | 100.0 % | 0       | 94.1 %          |
 * | 48            | 320   | 100.0 % | 0       | 98.1 %          |
 * | 64            | 320   | 100.0 % | 0       | 96.6 %          |
 * | 120           | 150   | 100.0 % | 0       | 89.3 %          |
 *
 * A camera of 1920 pixels that sees 65° has 20 pixels for a marker of 75 mm at 5.6 m, and for one of
 * 160 mm at 12 m.
 */

/** How far around a pixel it is looked whether it is dark: for pictures of a moving camera. */
const MOVING = 4;
/** A still is looked at three times. */
const STILL = [3, 4, 7];
/**
 * Modules that may be misread. Two markers differ in 12, so 5 could still be told apart; but the more
 * are let pass, the more often something that is no marker passes for one. With 3, of random dark
 * squares with a dark border one in ten thousand does.
 */
const MOST_ERRORS = 3;

export class Detector {
  #scratch = new Scratch(0, 0);
  #grey: Grey = { width: 0, height: 0, data: new Uint8Array(0) };

  /** The markers in one picture of many. */
  detect(picture: Picture): Found[] {
    this.#take(picture);
    return this.#look(MOVING);
  }

  /** The markers in a still, as each of several looks sees them. */
  detectStill(picture: Picture): Found[][] {
    this.#take(picture);
    return STILL.map((radius) => this.#look(radius));
  }

  #take(picture: Picture): void {
    const { width, height } = picture;
    if (width !== this.#grey.width || height !== this.#grey.height) {
      this.#scratch = new Scratch(width, height);
      this.#grey = { width, height, data: new Uint8Array(width * height) };
    }
    greyOf(picture, this.#grey.data);
  }

  #look(radius: number): Found[] {
    return findQuads(this.#grey, radius, this.#scratch).flatMap(
      (quad) => readMarker(this.#grey, quad, MOST_ERRORS) ?? [],
    );
  }
}

/** Luma as ITU-R BT.601 weighs it, in whole numbers. */
function greyOf({ data }: Picture, into: Uint8Array): void {
  for (let at = 0; at < into.length; at++) {
    into[at] = (77 * data[4 * at]! + 150 * data[4 * at + 1]! + 29 * data[4 * at + 2]!) >> 8;
  }
}
