import aruco from 'js-aruco2';

/**
 * The markers of ARUCO_MIP_36h12: 250 of 6 × 6 modules within a black border, of which any two, also
 * turned against one another, differ in at least 12 modules.
 *
 * Source: S. Garrido-Jurado et al., “Generation of fiducial marker dictionaries using Mixed Integer
 * Linear Programming”, Pattern Recognition 51 (2016).
 */
export const DICTIONARY = 'ARUCO_MIP_36h12';
/** Along a side, without the border. */
export const INNER = 6;
/** Along a side, with the border. */
export const MODULES = INNER + 2;

/** The inner modules of all markers, row by row; true is white. */
export const CODES: readonly (readonly boolean[])[] = new aruco.AR.Dictionary(
  DICTIONARY,
).codeList.map((bits) => Array.from(bits, (bit) => bit === '1'));

/** A marker as it is printed: rows of modules with the border; true is white. */
export function modulesOf(number: number): boolean[][] {
  const code = CODES[number]!;
  return Array.from({ length: MODULES }, (_, row) =>
    Array.from({ length: MODULES }, (_, column) => {
      const [y, x] = [row - 1, column - 1];
      return x >= 0 && y >= 0 && x < INNER && y < INNER && code[y * INNER + x]!;
    }),
  );
}
