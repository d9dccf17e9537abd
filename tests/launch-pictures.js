// The pictures that an iPhone or iPad shows while the installed app starts: the icon on the paper of its
// theme. Drawn from static/icon.svg, with few colours, so that one takes a few kilobytes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { ROOT } from '../src/server/setup.js';
import { picturesOf, SCREENS } from '../static/launch.js';

/** As in src/lib/ui/tokens.css. */
const PAPER = { light: '#fbf7ee', dark: '#1f1a15' };

/** Of the icon's side, in CSS pixels. */
const ICON = 112;

/** @param {import('@playwright/test').Browser} browser */
export async function drawLaunchPictures(browser) {
  const folder = join(ROOT, 'static/launch');
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage();
  const icon = readFileSync(join(ROOT, 'static/icon.svg'), 'utf8');
  for (const picture of SCREENS.flatMap(picturesOf)) {
    const { width, height, ratio, scheme, name } = picture;
    const side = ICON * ratio;
    const paper = scheme === 'dark' ? PAPER.dark : PAPER.light;
    const drawn = await page.evaluate(drawIcon, { icon, side, paper });
    const pixels = Buffer.from(drawn, 'base64');
    writeFileSync(join(folder, name), png(width * ratio, height * ratio, side, pixels));
  }
  await page.close();
}

/**
 * In the page: the icon on paper, as octets of red, green, blue and how much it covers, in base64.
 *
 * @param {{ icon: string, side: number, paper: string }} what
 */
async function drawIcon({ icon, side, paper }) {
  const image = new Image(side, side);
  image.src = `data:image/svg+xml,${encodeURIComponent(icon)}`;
  await image.decode();
  const context = new OffscreenCanvas(side, side).getContext('2d');
  if (!context) throw new Error('nothing to draw on');
  context.fillStyle = paper;
  context.fillRect(0, 0, side, side);
  context.drawImage(image, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  let text = '';
  for (const octet of data) text += String.fromCharCode(octet);
  return btoa(text);
}

/**
 * A PNG with a palette: paper, and the square of the icon in its middle.
 *
 * @param {number} width in pixels
 * @param {number} height
 * @param {number} side of the square, in pixels
 * @param {Buffer} pixels of the square, four octets each; the first is paper
 */
function png(width, height, side, pixels) {
  /** Colours that differ by less than this, in each of their parts, are one. */
  const STEP = 8;
  /** @type {number[][]} */
  const palette = [];
  /** @type {Map<string, number>} */
  const known = new Map();
  const square = new Uint8Array(side * side);
  for (let at = 0; at < square.length; at++) {
    const colour = [...pixels.subarray(4 * at, 4 * at + 3)];
    const key = colour.map((part) => Math.round(part / STEP)).join();
    const place = known.get(key) ?? palette.push(colour) - 1;
    known.set(key, place);
    square[at] = place;
  }
  if (palette.length > 256) throw new Error(`${palette.length} colours are too many`);
  const [left, top] = [(width - side) >> 1, (height - side) >> 1];
  // Each line begins with an octet that says how it is written: as it is.
  const lines = Buffer.alloc(height * (width + 1));
  for (let line = 0; line < side; line++)
    lines.set(
      square.subarray(line * side, (line + 1) * side),
      (top + line) * (width + 1) + 1 + left,
    );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits, by palette.
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
