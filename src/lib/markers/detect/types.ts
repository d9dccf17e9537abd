/** A point of a picture, in pixels, from the middle of its upper left pixel. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** RGBA, row by row, as a canvas gives it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** One value a pixel, row by row. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export type Quad = readonly [Point, Point, Point, Point];

/** A marker that was found. */
export interface Found {
  readonly number: number;
  /** Of the black border, clockwise, from the corner that is upper left when the card is upright. */
  readonly corners: Quad;
  /** How many of its 36 modules were seen otherwise than they are printed. */
  readonly errors: number;
}
