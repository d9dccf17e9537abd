import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/server/setup.js';
import { codeFiles, importsOf, readImports } from './imports.ts';
import { findCycle, readPlan, roomOf, violations } from './rooms.ts';

const plan = readPlan(readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8'));
const imports = readImports(ROOT, ['src/lib', 'src/routes', 'src/cli', 'src/server']);

describe('the rooms', () => {
  it('import one another only as ARCHITECTURE.md allows', () => {
    expect(violations(plan, imports)).toEqual([]);
  });

  it('hold every file of src/lib', () => {
    const homeless = codeFiles(ROOT, 'src/lib').filter((file) => {
      const room = roomOf(file);
      return room === null || !plan.rooms.has(room);
    });
    expect(homeless).toEqual([]);
  });

  it('import nothing in circles', () => {
    expect(findCycle(imports.filter(({ from }) => from.startsWith('src/lib/')))).toBeNull();
  });

  it('are compiled without the DOM where they are pure', () => {
    const config = JSON.parse(readFileSync(join(ROOT, 'tsconfig.pure.json'), 'utf8')) as {
      include: string[];
    };
    const compiled = config.include.map((glob) => glob.split('/')[2]);
    const pure = [...plan.rooms].filter(([, room]) => room.pure).map(([name]) => name);
    const present = pure.filter((room) => codeFiles(ROOT, `src/lib/${room}`).length > 0);
    expect(pure).toEqual(expect.arrayContaining(compiled));
    expect(compiled).toEqual(expect.arrayContaining(present));
  });
});

describe('the reading of ARCHITECTURE.md', () => {
  it('understands every kind of cell', () => {
    expect(plan.rooms.size).toBe(21);
    expect(plan.rooms.get('primitives')).toMatchObject({ pure: true, imports: new Set() });
    expect(plan.rooms.get('ui')?.types).toEqual(new Set(['bank', 'document']));
    expect(plan.rooms.get('app')?.imports.has('storage')).toBe(true);
    expect(plan.rooms.get('src/cli')?.imports.has('formats')).toBe(true);
    expect(plan.rooms.get('src/cli')?.imports.has('ui')).toBe(false);
    expect(plan.doors).toEqual([
      'document/anchor',
      'bank/source',
      'bank/check',
      'schedule/exam',
      'schedule/fit',
      'formats/*',
      'journal/card-query',
      'quiz/items',
      'quiz/readiness',
      'storage/memory',
      'storage/documents',
      'storage/gradebook',
      'classroom/memory',
      'classroom/mqtt',
      'markers/detect',
    ]);
    expect(plan.packages.get('ts-fsrs')).toBe('schedule');
  });
});

describe('the check', () => {
  const check = (file: string, code: string) => violations(plan, importsOf(file, code));

  it.each([
    ['src/lib/bank/a.ts', `import { x } from '../document/index.ts'`],
    ['src/lib/bank/a.ts', `import { x } from '../document/anchor/index.ts'`],
    ['src/lib/bank/a.ts', `import { x } from './deep/b.ts'`],
    ['src/lib/app/a.ts', `await import('../formats/anki/index.ts')`],
    [
      'src/lib/ui/A.svelte',
      `<script lang="ts">import type { B } from '$lib/bank/index.ts';</script>`,
    ],
    [
      'src/lib/ui/A.svelte',
      `<script>import './tokens.css'; import { tick } from 'svelte';</script>`,
    ],
    ['src/routes/+page.svelte', `<script>import { a } from '$lib/app/index.ts';</script>`],
    ['src/routes/+page.ts', `import type { PageLoad } from './$types';`],
    ['src/lib/schedule/a.ts', `import { fsrs } from 'ts-fsrs'`],
  ])('allows %s: %s', (file, code) => {
    expect(check(file, code)).toEqual([]);
  });

  it.each([
    ['src/lib/bank/a.ts', `import { x } from '../journal/index.ts'`, 'may not import journal'],
    ['src/lib/bank/a.ts', `export * from '../journal/index.ts'`, 'may not import journal'],
    ['src/lib/bank/a.ts', `type T = import('../journal/index.ts').Event`, 'may not import journal'],
    ['src/lib/bank/a.ts', `import { x } from '../document/text.ts'`, 'not a door'],
    ['src/lib/app/a.ts', `import { x } from '../bank/other/index.ts'`, 'not a door'],
    ['src/lib/app/a.ts', `new Worker(new URL('../derive/w.ts', import.meta.url))`, 'not a door'],
    [
      'src/lib/ui/A.svelte',
      `<script lang="ts">import { parse } from '$lib/bank/index.ts';</script>`,
      'may not import bank',
    ],
    [
      'src/lib/ui/A.svelte',
      `<script module lang="ts">import { type A, b } from '$lib/bank/index.ts';</script>`,
      'may not import bank',
    ],
    ['src/routes/+page.ts', `import { x } from '$lib/storage/index.ts'`, 'may not import storage'],
    ['src/cli/a.ts', `import { x } from '../lib/app/index.ts'`, 'may not import app'],
    ['src/lib/journal/a.ts', `import { fsrs } from 'ts-fsrs'`, 'only schedule may'],
    ['src/lib/bank/a.ts', `import { readFileSync } from 'node:fs'`, 'is pure'],
    ['src/lib/bank/a.ts', `import { tick } from 'svelte'`, 'is pure'],
    ['src/lib/bank/a.ts', `import { x } from '../../hooks.ts'`, 'in no room'],
    ['src/lib/attic/a.ts', `import { x } from '../bank/index.ts'`, 'in no room of the table'],
  ])('refuses %s: %s', (file, code, why) => {
    expect(check(file, code)).toEqual([expect.stringContaining(why)]);
  });

  it('finds a circle, also one of types, and allows a component within itself', () => {
    const a = importsOf('src/lib/ui/a.ts', `import type { B } from './b.ts'`);
    const b = importsOf('src/lib/ui/b.ts', `import { c } from './c.ts'`);
    const c = importsOf('src/lib/ui/c.ts', `import { a } from './a.ts'`);
    const tree = importsOf('src/lib/ui/T.svelte', `<script>import T from './T.svelte'</script>`);
    expect(findCycle([...a, ...b, ...c])).toEqual([
      'src/lib/ui/a.ts',
      'src/lib/ui/b.ts',
      'src/lib/ui/c.ts',
      'src/lib/ui/a.ts',
    ]);
    expect(findCycle([...a, ...b, ...tree])).toBeNull();
  });
});
