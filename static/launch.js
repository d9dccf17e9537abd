// What an iPhone or iPad shows while the installed app starts: a picture of its screen's very size, or
// white. It looks for them when Recite is put on the home screen, so this is asked for only there
// (src/first-paint.js). `npm run pictures` draws them.

/**
 * Screens upright, in CSS pixels, with the device's pixels to one of these.
 *
 * @type {[width: number, height: number, ratio: number][]}
 */
export const SCREENS = [
  [375, 667, 2],
  [375, 812, 3],
  [390, 844, 3],
  [393, 852, 3],
  [402, 874, 3],
  [414, 896, 2],
  [414, 896, 3],
  [420, 912, 3],
  [428, 926, 3],
  [430, 932, 3],
  [440, 956, 3],
  [744, 1133, 2],
  [768, 1024, 2],
  [810, 1080, 2],
  [820, 1180, 2],
  [834, 1112, 2],
  [834, 1194, 2],
  [834, 1210, 2],
  [1024, 1366, 2],
  [1032, 1376, 2],
];

/** From here on it is a tablet, which is started on its side as well. */
const TABLET = 744;

/**
 * The pictures of a screen: for each scheme, and for each way that it is held.
 *
 * @param {[width: number, height: number, ratio: number]} screen
 */
export function picturesOf([width, height, ratio]) {
  const upright = { width, height, ratio, orientation: 'portrait' };
  const ways = [upright];
  if (width >= TABLET) ways.push({ width: height, height: width, ratio, orientation: 'landscape' });
  return ways.flatMap((way) =>
    ['light', 'dark'].map((scheme) => ({
      ...way,
      scheme,
      name: `${way.width}x${way.height}@${ratio}-${scheme}.png`,
    })),
  );
}

if (globalThis.document) {
  const [short, long] = [screen.width, screen.height].sort((a, b) => a - b);
  const mine = SCREENS.find(
    ([width, height, ratio]) => width === short && height === long && ratio === devicePixelRatio,
  );
  // Without it the pictures are not looked for, whatever the manifest says.
  const capable = document.createElement('meta');
  capable.name = 'apple-mobile-web-app-capable';
  capable.content = 'yes';
  document.head.append(capable);
  for (const { name, orientation, scheme } of mine ? picturesOf(mine) : []) {
    const link = document.createElement('link');
    link.rel = 'apple-touch-startup-image';
    link.media = `(orientation: ${orientation}) and (prefers-color-scheme: ${scheme})`;
    link.href = `/launch/${name}`;
    document.head.append(link);
  }
}
