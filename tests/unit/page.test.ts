import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../src/server/setup.js';
import { picturesOf, SCREENS } from '../../static/launch.js';

it('what every page names of its own is there, the card for those who share a link among it', () => {
  const page = readFileSync(join(ROOT, 'src/app.html'), 'utf8');
  const named = [...page.matchAll(/%sveltekit\.[\w.]+%\/([^"]+)/g)].map(([, name]) => name!);
  expect(named).toContain('social-card.png');
  expect(named.filter((name) => !existsSync(join(ROOT, 'static', name)))).toEqual([]);
});

it('for every screen of an iPhone or iPad there are the pictures that it starts with, of its very size', () => {
  const folder = join(ROOT, 'static/launch');
  const pictures = SCREENS.flatMap(picturesOf);
  expect(readdirSync(folder).sort()).toEqual(pictures.map(({ name }) => name).sort());
  for (const { name, width, height, ratio } of pictures) {
    const png = readFileSync(join(folder, name));
    const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(size, name).toEqual([width * ratio, height * ratio]);
  }
});
