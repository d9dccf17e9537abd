import type { Plugin } from 'vite';

/** The two files of js-aruco2 that are used, and what each hands out. */
const FILES = /node_modules\/js-aruco2\/src\/(aruco|cv)\.js$/;

/**
 * js-aruco2 hands out what it has as a property of `this`, which a bundler takes for a module without
 * exports. Here its two files become modules; a version that is written otherwise fails the build.
 */
export function aruco(): Plugin {
  return {
    name: 'recite:aruco',
    enforce: 'pre',
    transform(code, id) {
      const [, file] = FILES.exec(id.split('?')[0]!) ?? [];
      if (file === undefined) return null;
      const swaps =
        file === 'cv'
          ? [['this.CV = CV;', '']]
          : [
              [
                "var CV = this.CV || require('./cv').CV;",
                "import cv from './cv.js';\nvar { CV } = cv;",
              ],
              ['this.AR = AR;', ''],
            ];
      const changed = swaps.reduce((text, [from, to]) => {
        if (!text.includes(from!)) this.error(`js-aruco2 has no “${from}” any more`);
        return text.replace(from!, to!);
      }, code);
      return {
        code: `${changed}\nexport default { ${file === 'cv' ? 'CV' : 'AR'} };\n`,
        map: null,
      };
    },
  };
}
