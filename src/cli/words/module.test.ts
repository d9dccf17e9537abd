import { expect, test } from 'vitest';
import { readCode } from './module.ts';

test('what a component leads to: names, what comes late, but no types', () => {
  const { wishes } = readCode(
    'a.svelte',
    `<script lang="ts">
      import { type Kind, one as other, two } from './door.ts';
      import type { Shape } from './shape.ts';
      import Button from './Button.svelte';
      import * as all from './all.ts';
      const worker = () => new Worker(new URL('./worker.ts', import.meta.url));
    </script>
    {#await import('./Late.svelte') then { default: Late }}<Late />{/await}`,
  );
  expect(wishes).toEqual(
    expect.arrayContaining([
      { specifier: './door.ts', names: ['one', 'two'] },
      { specifier: './Button.svelte', names: ['default'] },
      { specifier: './all.ts', names: null },
      { specifier: './Late.svelte', names: null },
      { specifier: './worker.ts', names: null },
    ]),
  );
  expect(wishes).toHaveLength(5);
});

test('what a door passes on', () => {
  const { passedOn, passedWhole, wishes } = readCode(
    'index.ts',
    `export { default as Card } from './Card.svelte';
     export { type Kind, name } from './name.ts';
     export * from './rest.ts';`,
  );
  expect([...passedOn]).toEqual([
    ['Card', { specifier: './Card.svelte', name: 'default' }],
    ['name', { specifier: './name.ts', name: 'name' }],
  ]);
  expect([passedWhole, wishes]).toEqual([['./rest.ts'], []]);
});

test('what is said as soon as a file is loaded, and what only later', () => {
  const code = `
    const WORDS = { a: t('a constant'), b: [t('another')] };
    export class Desk { name = t('of each'); static title = t('of all'); }
    export function say() { return plural(2, 'card'); }`;
  const read = readCode('a.ts', code);
  expect(read.atOnce).toEqual(['a constant', 'another', 'of all']);
  expect(read.texts).toEqual(['a constant', 'another', 'of each', 'of all', '{0} card']);
  // A component's script runs when it is shown; only its module script is loaded with the file.
  const component = `<script module>const A = t('once');</script><script>const B = t('each time');</script>`;
  expect(readCode('A.svelte', component)).toMatchObject({
    texts: ['once', 'each time'],
    atOnce: ['once'],
  });
});
