import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { loadedWith, type Graph, type Statement } from './first-card.ts';

/** Modules by their names, which are what imports of them say. */
function graphOf(modules: Readonly<Record<string, string>>): Graph {
  return {
    module: (id) => {
      const code = modules[id];
      if (code === undefined) return null;
      return { code, body: parseAst(code).body as unknown as readonly Statement[] };
    },
    resolve: (source) => Promise.resolve(source in modules ? source : null),
  };
}

async function loaded(modules: Readonly<Record<string, string>>): Promise<string[]> {
  return [...(await loadedWith(graphOf(modules), ['page']))].sort();
}

describe('what is loaded along with a page', () => {
  it('is what it imports, and what that imports, but not what waits for a dynamic import', async () => {
    const modules = {
      page: `import { a } from 'a'; import 'style'; export const later = () => import('b'); a();`,
      a: `import c from 'c'; export const a = () => c;`,
      b: `export const b = 1;`,
      c: `import { a } from 'a'; import { gone } from 'elsewhere'; export default a + gone;`,
      style: `export {}; 0;`,
    };
    expect(await loaded(modules)).toEqual(['a', 'c', 'page', 'style']);
  });

  it('is of a door only what is used of it, under whatever name', async () => {
    const modules = {
      page: `import { one as first } from 'door'; first();`,
      door: `export { a as one } from 'a'; export { b } from 'b'; export * from 'rest';`,
      rest: `export { c as one2 } from 'c';`,
      a: `export const a = 1;`,
      b: `export const b = 1;`,
      c: `export const c = 1;`,
    };
    expect(await loaded(modules)).toEqual(['a', 'page']);
  });

  it('comes to what is used of a door only later', async () => {
    const modules = {
      page: `import { a } from 'door'; import { b } from 'b'; a(b);`,
      door: `export { a } from 'a'; export { c } from 'c';`,
      a: `export const a = 1;`,
      b: `import { c } from 'door'; export const b = c;`,
      c: `export const c = 1;`,
    };
    expect(await loaded(modules)).toEqual(['a', 'b', 'c', 'page']);
  });

  it('is of a namespace its members, as compiled components use it; where it is handed about, all', async () => {
    const door = `export { a } from 'a'; export { b } from 'b';`;
    const rest = { door, a: `export const a = 1;`, b: `export const b = 1;` };
    const component = "import * as $ from 'door'; export const page = () => `$" + '{$.a()}`;';
    expect(await loaded({ page: component, ...rest })).toEqual(['a', 'page']);
    const handed = `import * as all from 'door'; const { a } = all; a();`;
    expect(await loaded({ page: handed, ...rest })).toEqual(['a', 'b', 'page']);
  });
});
