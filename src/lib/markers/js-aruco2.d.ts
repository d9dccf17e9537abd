/** What Recite uses of js-aruco2 2.0.0, a CommonJS package without types of its own. */

declare module 'js-aruco2' {
  const aruco: {
    readonly AR: {
      readonly Dictionary: new (name: string) => {
        /** Of each marker its bits, as a text of `0` (black) and `1`, row by row. */
        readonly codeList: readonly string[];
      };
      readonly Detector: new (config?: { maxHammingDistance?: number }) => {
        detect(image: { width: number; height: number; data: ArrayLike<number> }): {
          id: number;
          corners: { x: number; y: number }[];
          hammingDistance: number;
        }[];
      };
    };
  };
  export default aruco;
}

declare module 'js-aruco2/src/cv.js' {
  interface Point {
    readonly x: number;
    readonly y: number;
  }

  /** One number a pixel, row by row; `data` may be any array that is long enough. */
  interface Grey {
    width: number;
    height: number;
    data: Uint8Array;
  }

  const cv: {
    readonly CV: {
      /** Sets what is darker than the mean of its surroundings by `threshold` to 255, the rest to 0. */
      adaptiveThreshold(from: Grey, into: Grey, radius: number, threshold: number): Grey;
      /** @param scratch one larger than the picture on every side */
      findContours(image: Grey, scratch: Int32Array): Point[][];
      /** Ramer, Douglas and Peucker, of a closed line. */
      approxPolyDP(contour: readonly Point[], epsilon: number): Point[];
      isContourConvex(contour: readonly Point[]): boolean;
    };
  };
  export default cv;
}
