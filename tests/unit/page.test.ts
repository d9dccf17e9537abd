import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../src/server/setup.js';

it('what every page names of its own is there, the card for those who share a link among it', () => {
  const page = readFileSync(join(ROOT, 'src/app.html'), 'utf8');
  const named = [...page.matchAll(/%sveltekit\.assets%\/([^"]+)/g)].map(([, name]) => name!);
  expect(named).toContain('social-card.png');
  expect(named.filter((name) => !existsSync(join(ROOT, 'static', name)))).toEqual([]);
});
