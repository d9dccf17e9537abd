import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/server/setup.js';

const GALLERY = 'src/routes/gallery';

/** What the gallery cannot show in a box, and why. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  BoardFrame: 'the whole screen: it takes away the way round the app',
  Page: 'the page of the gallery is one',
  ReaderMarks: 'draws nothing: it highlights words of the article that stands on the page',
};

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** The components that the room `ui` has on offer. */
function componentsOf(door: string): string[] {
  return [...door.matchAll(/export \{ default as (\w+) \} from '[^']+\.svelte'/g)].map(
    ([, name]) => name!,
  );
}

/** All that the gallery is made of, from the part that chooses on. */
function galleryParts(): string {
  const chooser = textOf(`${GALLERY}/Gallery.svelte`);
  const parts = [...chooser.matchAll(/from '\.\/(\w+\.svelte)'/g)].map(([, file]) => file!);
  return parts.map((file) => textOf(`${GALLERY}/${file}`)).join('\n');
}

describe('the gallery', () => {
  const components = componentsOf(textOf('src/lib/ui/index.ts'));
  const shown = galleryParts();
  const isShown = (name: string) => new RegExp(`<${name}\\b`).test(shown);

  it('shows each component, or the list says why not', () => {
    expect(components.length).toBeGreaterThan(100);
    expect(components.filter((name) => !isShown(name) && !(name in NOT_SHOWN))).toEqual([]);
  });

  it('excuses none that is shown, or is gone', () => {
    const excused = Object.keys(NOT_SHOWN);
    expect(excused.filter((name) => isShown(name) || !components.includes(name))).toEqual([]);
  });

  it('is no part of the built app', () => {
    const page = textOf(`${GALLERY}/+page.svelte`);
    expect(page).toContain("import.meta.env.DEV ? import('./Gallery.svelte') : null");
    expect(page).not.toMatch(/^\s*import .* from '\.\//m);
  });
});
